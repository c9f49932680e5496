package org.genaisummarizer.provider.extractive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.genaisummarizer.language.LanguageDetector;
import org.genaisummarizer.language.Words;
import org.genaisummarizer.model.Style;

/**
 * Measures the built-in summarizer on documents with human summaries: {@code make eval DATA=folder}
 * with files of JSON lines ({@code id}, {@code text}, {@code references}). Each document is
 * summarized at the mean length of its references.
 */
final class Evaluator {

    private static final int LEAST_WORDS = 5;
    private static final int WARM_UP = 3;

    private Evaluator() {}

    private record Document(String text, List<String> references) {

        private int words() {
            int sum = references.stream().mapToInt(Words::count).sum();
            return Math.max(LEAST_WORDS, Math.round((float) sum / references.size()));
        }
    }

    public static void main(String[] arguments) throws IOException {
        System.out.printf("%-14s %-9s %7s %7s %7s%n", "file", "system", "R-1", "R-2", "R-L");
        double share = 0;
        int files = 0;
        try (Stream<Path> found = Files.list(Path.of(arguments[0]))) {
            for (Path file :
                    found.filter(path -> path.toString().endsWith(".jsonl")).sorted().toList()) {
                share += evaluate(file);
                files++;
            }
        }
        System.out.printf(
                "mean share of the distance from lead to oracle that is closed: %.1f %%%n",
                100 * share / files);
    }

    private static double evaluate(Path file) throws IOException {
        List<Document> documents = read(file);
        Map<String, Rouge> sums = new LinkedHashMap<>();
        for (Document document : documents) {
            scores(document).forEach((system, rouge) -> sums.merge(system, rouge, Rouge::plus));
        }
        sums.replaceAll((system, sum) -> sum.over(documents.size()));
        sums.forEach(
                (system, mean) ->
                        System.out.printf(
                                "%-14s %-9s %7.4f %7.4f %7.4f%n",
                                file.getFileName(),
                                system,
                                mean.one(),
                                mean.two(),
                                mean.longest()));
        Rouge lead = sums.get("lead");
        double share =
                (sums.get("built-in").one() - lead.one()) / (sums.get("oracle").one() - lead.one());
        System.out.printf(
                "%-14s closed %.1f %% of the distance in R-1; %.3f ms of CPU a document%n",
                file.getFileName(), 100 * share, cpuMillis(documents));
        return share;
    }

    private static List<Document> read(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Document> documents = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = json.readTree(line);
            List<String> references = new ArrayList<>();
            node.path("references").forEach(reference -> references.add(reference.asText()));
            documents.add(new Document(node.path("text").asText(), references));
        }
        return documents;
    }

    private static Map<String, Rouge> scores(Document document) {
        int words = document.words();
        List<Sentence> sentences = Segmenter.sentences(document.text());
        Vectors vectors =
                Vectors.of(sentences, new Terms(LanguageDetector.detect(document.text())));
        Map<String, Rouge> scores = new LinkedHashMap<>();
        scores.put(
                "lead", Rouge.of(Baselines.lead(sentences, vectors, words), document.references()));
        scores.put(
                "textrank",
                Rouge.of(Baselines.textRank(sentences, vectors, words), document.references()));
        scores.put(
                "lexrank",
                Rouge.of(Baselines.lexRank(sentences, vectors, words), document.references()));
        scores.put("built-in", Rouge.of(summary(document), document.references()));
        scores.put(
                "oracle",
                Rouge.of(
                        Baselines.oracle(sentences, document.references(), words),
                        document.references()));
        return scores;
    }

    private static String summary(Document document) {
        return Extractor.summarize(
                document.text(), Style.PARAGRAPH, document.words(), Optional.empty());
    }

    private static double cpuMillis(List<Document> documents) {
        long start = 0;
        for (int round = 0; round <= WARM_UP; round++) {
            start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            documents.forEach(Evaluator::summary);
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start)
                / 1e6
                / documents.size();
    }
}
