package org.genaisummarizer.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genaisummarizer.lambda.runtime.RuntimeApiServer;
import org.genaisummarizer.testing.conformance.Answer;
import org.genaisummarizer.testing.conformance.Call;
import org.genaisummarizer.testing.conformance.Case;
import org.genaisummarizer.testing.conformance.Conformance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built function answers as every host does, behind a function URL. */
class ConformanceIT {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static RuntimeApiServer api;
    private static FunctionProcess function;

    @BeforeAll
    static void start() throws IOException {
        Map<String, String> settings = new HashMap<>(Conformance.SETTINGS);
        settings.put("QUARKUS_LAMBDA_HANDLER", "http");
        api = new RuntimeApiServer();
        function = FunctionProcess.start(api, settings);
    }

    @AfterAll
    static void stop() {
        function.close();
        api.close();
    }

    private static Answer send(Call call) throws IOException {
        JsonNode answer = MAPPER.readTree(api.invoke(event(call)).bytes());
        Map<String, String> headers = new HashMap<>();
        answer.path("headers")
                .properties()
                .forEach(field -> headers.put(field.getKey(), field.getValue().asText()));
        return new Answer(answer.path("statusCode").asInt(), headers, answer.path("body").asText());
    }

    private static String event(Call call) {
        int question = call.path().indexOf('?');
        String path = question < 0 ? call.path() : call.path().substring(0, question);
        ObjectNode event = MAPPER.createObjectNode();
        event.put("version", "2.0");
        event.put("routeKey", "$default");
        event.put("rawPath", path);
        event.put("rawQueryString", question < 0 ? "" : call.path().substring(question + 1));
        ObjectNode headers = event.putObject("headers");
        call.headers().forEach(headers::put);
        event.putObject("requestContext")
                .put("stage", "$default")
                .putObject("http")
                .put("method", call.method())
                .put("path", path);
        event.put("body", call.body());
        event.put("isBase64Encoded", false);
        return event.toString();
    }

    static List<Case> cases() {
        return Conformance.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFunctionAnswersAsEveryHost(Case expected) throws Exception {
        expected.check(ConformanceIT::send);
    }
}
