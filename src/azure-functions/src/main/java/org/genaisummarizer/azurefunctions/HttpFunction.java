package org.genaisummarizer.azurefunctions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import jakarta.enterprise.context.RequestScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.genaisummarizer.api.Header;
import org.genaisummarizer.api.HttpAnswer;
import org.genaisummarizer.api.HttpCall;
import org.genaisummarizer.api.ProblemJson;
import org.genaisummarizer.api.Problems;
import org.genaisummarizer.api.SummaryEndpoint;
import org.genaisummarizer.app.Settings;
import org.genaisummarizer.azure.EasyAuth;
import org.genaisummarizer.azure.HostLimits;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Deadline;

/**
 * Answers HTTP, on all paths. The worker sends answers whole, so who asks for a stream gets all of
 * it at once: the events are the same, and so is their order.
 */
@RequestScoped
public class HttpFunction {

    private final SummaryEndpoint endpoint;
    private final Settings settings;
    private final HostLimits limits;
    private final EasyAuth easyAuth;
    private final Clock clock;

    HttpFunction(
            SummaryEndpoint endpoint,
            Settings settings,
            HostLimits limits,
            EasyAuth easyAuth,
            Clock clock) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.limits = limits;
        this.easyAuth = easyAuth;
        this.clock = clock;
    }

    /** The worker calls it; who has no key of the function is refused by the host. */
    @FunctionName("http")
    public HttpResponseMessage answer(
            @HttpTrigger(
                            name = "request",
                            dataType = "binary",
                            authLevel = AuthorizationLevel.FUNCTION,
                            route = "{*path}",
                            methods = {
                                HttpMethod.GET,
                                HttpMethod.POST,
                                HttpMethod.PUT,
                                HttpMethod.PATCH,
                                HttpMethod.DELETE,
                                HttpMethod.HEAD,
                                HttpMethod.OPTIONS
                            })
                    HttpRequestMessage<Optional<byte[]>> request) {
        HttpAnswer answer = answer(call(request));
        HttpResponseMessage.Builder response =
                request.createResponseBuilder(HttpStatusType.custom(answer.status()));
        for (Header header : answer.headers()) {
            response.header(header.name(), header.value());
        }
        return response.body(answer.body()).build();
    }

    private HttpAnswer answer(HttpCall call) {
        if (call.body().length > settings.maxBytes()) {
            return ProblemJson.answer(Problems.tooLarge(settings.maxBytes()));
        }
        Caller caller = easyAuth.caller(call.fields()).orElse(Caller.ANONYMOUS);
        Deadline deadline = Deadline.after(clock, limits.time(settings.timeout()));
        return endpoint.accept(call, caller, deadline).whole();
    }

    private static HttpCall call(HttpRequestMessage<Optional<byte[]>> request) {
        HttpCall.Fields fields = new HttpCall.Fields();
        request.getHeaders().forEach(fields::add);
        URI uri = request.getUri();
        return new HttpCall(
                request.getHttpMethod().name(),
                Optional.ofNullable(uri.getRawPath()).orElse("/"),
                Optional.ofNullable(uri.getRawQuery()).orElse(""),
                fields,
                request.getBody().orElse(new byte[0]));
    }
}
