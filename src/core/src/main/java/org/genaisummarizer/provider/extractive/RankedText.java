package org.genaisummarizer.provider.extractive;

import java.util.List;
import java.util.Optional;
import org.genaisummarizer.language.LanguageDetector;

/**
 * A text cut into sentences, and what each of them is worth.
 *
 * @param scores one a sentence, 0 or more
 */
record RankedText(List<Sentence> sentences, Vectors vectors, float[] scores) {

    /** Nothing for a text without a sentence. */
    static Optional<RankedText> of(String text, Optional<String> focus) {
        List<Sentence> sentences = Segmenter.sentences(text);
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        String language = LanguageDetector.detect(text);
        Terms terms = new Terms(language);
        Vectors vectors = Vectors.of(sentences, terms);
        float[] ranked = Ranking.of(sentences, vectors, Cues.of(language));
        float[] scores =
                focus.map(topic -> Focus.of(topic, sentences, terms, vectors, ranked))
                        .orElse(ranked);
        return Optional.of(new RankedText(sentences, vectors, scores));
    }
}
