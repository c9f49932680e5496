package org.genaisummarizer.provider.extractive;

import java.util.List;

/**
 * Turns scores towards a question or topic: what has its words in it comes first, what stands
 * beside that next.
 */
final class Focus {

    private static final float ON_TOPIC = 3;
    private static final float BESIDE = 0.35f;

    private Focus() {}

    /**
     * New scores: 3 times the likeness to the focus, plus a third of the neighbours', plus the old
     * score.
     */
    static float[] of(
            String focus,
            List<Sentence> sentences,
            Terms numbering,
            Vectors vectors,
            float[] scores) {
        int known = numbering.size();
        float[] wanted = new float[Math.max(known, 1)];
        boolean any = false;
        for (int term : numbering.of(focus)) {
            if (term < known) {
                wanted[term] = 1;
                any = true;
            }
        }
        if (!any) {
            return scores;
        }
        float[] likeness = new float[sentences.size()];
        for (int i = 0; i < likeness.length; i++) {
            likeness[i] = vectors.dot(wanted, i);
        }
        float[] focused = new float[scores.length];
        for (int i = 0; i < focused.length; i++) {
            float before = i > 0 ? likeness[i - 1] : 0;
            float after = i + 1 < likeness.length ? likeness[i + 1] : 0;
            focused[i] =
                    ON_TOPIC * (likeness[i] + BESIDE * Math.max(before, after)) + 0.3f * scores[i];
        }
        return focused;
    }
}
