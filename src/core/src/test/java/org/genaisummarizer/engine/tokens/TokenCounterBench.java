package org.genaisummarizer.engine.tokens;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Prints how many MB a second the counter reads; run by {@code make bench-long}. */
public final class TokenCounterBench {

    private static final int MB = 1_000_000;
    private static final int ROUNDS = 20;

    private TokenCounterBench() {}

    public static void main(String[] args) throws IOException {
        try (InputStream in = TokenCounterBench.class.getResourceAsStream("english.txt")) {
            if (in == null) {
                throw new IOException("english.txt is missing");
            }
            String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String text = page.repeat(10 * MB / page.length() + 1);
            double best = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                new ScriptTokenCounter().count(text);
                double seconds = (System.nanoTime() - start) / 1e9;
                best = Math.max(best, text.length() / seconds / MB);
            }
            System.out.printf(Locale.ROOT, "counting tokens: %.0f MB/s%n", best);
        }
    }
}
