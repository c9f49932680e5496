package org.genaisummarizer.provider.extractive;

import org.genaisummarizer.language.Words;

/**
 * Shortens a sentence to a headline: what is in brackets goes first, then what stands behind the
 * last pause that leaves enough.
 */
final class Headline {

    private static final String PAUSES = ",;:—–(，；：、";
    private static final String ENDS = ".!?…;:,。！？।؟ ";
    private static final int LEAST_WORDS = 4;

    private Headline() {}

    static String of(String sentence, int mostWords) {
        String text = withoutBrackets(withoutSpeaker(sentence));
        if (Words.count(text) > mostWords) {
            text = atPause(text, mostWords);
        }
        if (Words.count(text) > mostWords) {
            text = atWord(text, mostWords);
        }
        return trimmed(text);
    }

    private static String withoutSpeaker(String sentence) {
        int colon = sentence.indexOf(": ");
        boolean speaker =
                colon > 0
                        && colon <= 40
                        && Words.count(sentence, 0, colon) <= 3
                        && Words.atLeast(sentence.substring(colon + 2), LEAST_WORDS);
        return speaker ? sentence.substring(colon + 2) : sentence;
    }

    private static String withoutBrackets(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[' || c == '（') {
                depth++;
            } else if (c == ')' || c == ']' || c == '）') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0
                    && !(c == ' ' && !kept.isEmpty() && kept.charAt(kept.length() - 1) == ' ')) {
                kept.append(c);
            }
        }
        return depth == 0 && Words.atLeast(kept, LEAST_WORDS) ? kept.toString() : text;
    }

    private static String atPause(String text, int mostWords) {
        for (int i = text.length() - 1; i > 0; i--) {
            if (PAUSES.indexOf(text.charAt(i)) >= 0) {
                int words = Words.count(text, 0, i);
                if (words <= mostWords && words >= LEAST_WORDS) {
                    return text.substring(0, i);
                }
            }
        }
        return text;
    }

    private static String atWord(String text, int mostWords) {
        int end = text.length();
        while (end > 0 && Words.count(text, 0, end) > mostWords) {
            end--;
        }
        while (end > 0
                && end < text.length()
                && Character.isLetterOrDigit(text.charAt(end))
                && Character.isLetterOrDigit(text.charAt(end - 1))
                && !Words.isWholeWord(text.charAt(end))) {
            end--;
        }
        return end == 0 ? text : text.substring(0, end);
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 1 && ENDS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end).strip();
    }
}
