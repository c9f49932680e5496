package org.genaisummarizer.api;

import java.nio.charset.StandardCharsets;

/** A target for Jazzer: whatever a page is, it has a text, and that has no blank border. */
public final class HtmlFuzz {

    private HtmlFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String text = HtmlText.of(new String(data, StandardCharsets.UTF_8));
        if (!text.equals(text.strip())) {
            throw new AssertionError("the text has white space around it");
        }
    }
}
