package org.genaisummarizer.server.functions;

import java.util.List;
import org.genaisummarizer.testing.conformance.Case;
import org.genaisummarizer.testing.conformance.Conformance;
import org.genaisummarizer.testing.conformance.HostOverHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built server answers as every host does when it is reached through a Functions host. */
class CustomHandlerConformanceIT {

    private static FunctionsHost functions;
    private static HostOverHttp host;

    @BeforeAll
    static void start() throws Exception {
        functions = FunctionsHost.start(Conformance.SETTINGS);
        host = new HostOverHttp(functions.address());
    }

    @AfterAll
    static void stop() {
        host.close();
        functions.close();
    }

    static List<Case> cases() {
        return Conformance.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCustomHandlerAnswersAsEveryHost(Case expected) throws Exception {
        expected.check(host);
    }
}
