package org.genaisummarizer.server;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genaisummarizer.testing.conformance.Case;
import org.genaisummarizer.testing.conformance.Conformance;
import org.genaisummarizer.testing.conformance.HostOverHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built server answers as every host does. */
class ConformanceIT {

    private static StartedProcess server;
    private static HostOverHttp host;

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> settings = new HashMap<>(Conformance.SETTINGS);
        settings.put("PORT", "0");
        settings.put("SUMMARIZER_HOST", "127.0.0.1");
        server = StartedProcess.with(settings);
        host = new HostOverHttp(URI.create(server.awaitAddress().orElseThrow()));
    }

    @AfterAll
    static void stop() {
        host.close();
        server.close();
    }

    static List<Case> cases() {
        return Conformance.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theServerAnswersAsEveryHost(Case expected) throws Exception {
        expected.check(host);
    }
}
