package org.genaisummarizer.lambda.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.StringJoiner;
import org.genaisummarizer.api.HttpCall;
import org.genaisummarizer.model.Caller;

/**
 * An event of an application load balancer. It says who a caller is in headers alone, and anybody
 * can send headers, so to us the caller is nobody.
 */
record LoadBalancer(JsonNode event, Optional<String> basePath) {

    HttpEvent read() {
        HttpCall call =
                new HttpCall(
                        event.path("httpMethod").asText(),
                        EventPath.without(event.path("path").asText(), basePath),
                        query(),
                        EventFields.headers(event),
                        EventBody.of(event));
        AnswerForm form =
                event.path("multiValueHeaders").isObject()
                        ? AnswerForm.LOAD_BALANCER_LISTS
                        : AnswerForm.LOAD_BALANCER;
        return new HttpEvent(call, Caller.ANONYMOUS, form);
    }

    /** Names and values are still encoded here, unlike a REST API's. */
    private String query() {
        StringJoiner query = new StringJoiner("&");
        EventFields.forEach(
                event,
                "multiValueQueryStringParameters",
                "queryStringParameters",
                (name, value) -> query.add(name + "=" + value));
        return query.toString();
    }
}
