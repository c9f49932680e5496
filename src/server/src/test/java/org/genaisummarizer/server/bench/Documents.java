package org.genaisummarizer.server.bench;

/** Documents of 700 words, each with a number that makes it another one. */
final class Documents {

    private static final String SENTENCE =
            "In paragraph %d of report %d the harbour board notes that repairs of the old tower "
                    + "cost %d euros more than the year before and asks its engineers for advice. ";

    private static final int SENTENCES = 25;

    private Documents() {}

    static String numbered(int number) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SENTENCES; i++) {
            text.append(SENTENCE.formatted(i, number, 1_000 + 37 * i));
        }
        return text.toString();
    }
}
