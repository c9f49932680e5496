package org.genaisummarizer.lambda.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.genaisummarizer.lambda.FunctionProcess;
import org.genaisummarizer.lambda.Texts;
import org.genaisummarizer.lambda.runtime.Answer;
import org.genaisummarizer.lambda.runtime.RuntimeApiServer;

/**
 * What one process came to.
 *
 * @param startMillis from its start to its first "next"
 * @param firstMillis its first invocation
 * @param warmMillis the median of the later ones, the document in the cache
 * @param residentMegabytes after all of them
 */
record Run(double startMillis, double firstMillis, double warmMillis, double residentMegabytes) {

    private static final int INVOCATIONS = 1_000;
    private static final int WARM_UP = 300;

    static Run of(Contender contender) throws IOException {
        String event = Texts.event(Texts.numbered(1), "application/json");
        try (RuntimeApiServer api = new RuntimeApiServer()) {
            long begin = System.nanoTime();
            try (FunctionProcess function =
                    FunctionProcess.start(contender.command(), api, Map.of())) {
                double start = millis(begin, api.awaitFirstNext());
                double[] times = new double[INVOCATIONS];
                for (int i = 0; i < INVOCATIONS; i++) {
                    long before = System.nanoTime();
                    Answer answer = api.invoke(event);
                    times[i] = millis(before, answer.pieces().getLast().atNanos());
                    require(answer);
                }
                double[] warm = Arrays.copyOfRange(times, WARM_UP, INVOCATIONS);
                return new Run(start, times[0], LambdaBench.median(warm), resident(function.pid()));
            }
        }
    }

    private static double millis(long from, long to) {
        return (to - from) / 1e6;
    }

    private static void require(Answer answer) {
        if (answer.isError() || !answer.text().startsWith("{\"statusCode\":200")) {
            throw new IllegalStateException("the function does not do its work");
        }
    }

    private static double resident(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1e3;
            }
        }
        throw new IllegalStateException("no VmRSS of " + pid);
    }
}
