package org.genaisummarizer.provider.extractive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases by which writers and speakers announce what matters: a conclusion, a result, a decision
 * (the cue words of Edmundson 1969). They say what a sentence is for, whatever it is about.
 */
final class Cues {

    private static final Map<String, String> PHRASES =
            Map.of(
                    "en",
                    "we propose/we present/we introduce/we show/we develop/we describe/we demonstrate/we study/we investigate/this paper/"
                            + "this work/this article/this study/in summary/in conclusion/to summarize/to sum up/overall/we conclude/"
                            + "results show/results suggest/our results/we find/we found/decided/agreed/the main/most important/"
                            + "importantly/key /therefore/thus/announced/according to",
                    "de",
                    "wir zeigen/wir stellen/wir schlagen/diese arbeit/dieser artikel/diese studie/zusammenfassend/insgesamt/ergebnisse zeigen/"
                            + "beschlossen/entschieden/vereinbart/am wichtigsten/entscheidend/deshalb/daher/somit/kündigte/angekündigt/laut ",
                    "fr",
                    "nous proposons/nous présentons/nous montrons/cet article/cette étude/ce travail/en conclusion/en résumé/dans l'ensemble/"
                            + "les résultats/décidé/convenu/le principal/la principale/plus important/ainsi/c'est pourquoi/a annoncé/selon ",
                    "es",
                    "proponemos/presentamos/mostramos/este artículo/este trabajo/este estudio/en conclusión/en resumen/en general/"
                            + "los resultados/decidió/decidieron/acordó/acordaron/el principal/la principal/más importante/por lo tanto/anunció/según ",
                    "it",
                    "proponiamo/presentiamo/mostriamo/questo articolo/questo lavoro/questo studio/in conclusione/in sintesi/nel complesso/"
                            + "i risultati/ha deciso/hanno deciso/concordato/il principale/la principale/più importante/pertanto/ha annunciato/secondo ");

    private static final Map<String, Cues> BY_LANGUAGE = new HashMap<>();
    private static final Cues NONE = new Cues("");

    static {
        PHRASES.forEach((language, phrases) -> BY_LANGUAGE.put(language, new Cues(phrases)));
    }

    private final Map<Character, List<String>> byFirst = new HashMap<>();

    private Cues(String phrases) {
        for (String phrase : phrases.split("/")) {
            if (!phrase.isEmpty()) {
                byFirst.computeIfAbsent(phrase.charAt(0), first -> new ArrayList<>()).add(phrase);
            }
        }
    }

    /** None for a language whose phrases are not known here. */
    static Cues of(String language) {
        return BY_LANGUAGE.getOrDefault(language, NONE);
    }

    /** Whether a sentence has one of them, at the beginning of a word. */
    boolean in(String sentence) {
        boolean wordBegins = true;
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            if (wordBegins && isAt(sentence, i, Character.toLowerCase(c))) {
                return true;
            }
            wordBegins = !Character.isLetterOrDigit(c);
        }
        return false;
    }

    private boolean isAt(String sentence, int index, char first) {
        List<String> phrases = byFirst.get(first);
        if (phrases == null) {
            return false;
        }
        for (String phrase : phrases) {
            if (sentence.regionMatches(true, index, phrase, 0, phrase.length())) {
                return true;
            }
        }
        return false;
    }
}
