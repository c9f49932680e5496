package org.genaisummarizer.azurefunctions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genaisummarizer.testing.conformance.Answer;
import org.genaisummarizer.testing.conformance.Call;
import org.genaisummarizer.testing.conformance.Case;
import org.genaisummarizer.testing.conformance.Conformance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The package for the Java worker answers as every host does. */
class ConformanceIT {

    private static Variables variables;
    private static Worker worker;

    @BeforeAll
    static void load() throws IOException {
        variables = Variables.set(Conformance.SETTINGS);
        worker = Worker.load();
    }

    @AfterAll
    static void close() {
        variables.close();
    }

    private static Answer send(Call call) throws Exception {
        Request request =
                new Request(
                        call.method(),
                        call.path(),
                        call.headers(),
                        Optional.of(call.body())
                                .filter(body -> !body.isEmpty())
                                .map(body -> body.getBytes(StandardCharsets.UTF_8)));
        Request.Response response =
                (Request.Response) worker.call("http", Map.of("request", request));
        return new Answer(
                response.getStatusCode(),
                response.headers(),
                new String((byte[]) response.getBody(), StandardCharsets.UTF_8));
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
