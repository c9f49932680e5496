package org.genaisummarizer.provider.extractive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.genaisummarizer.cache.MemoryIdempotencyStore;
import org.genaisummarizer.engine.EngineSettings;
import org.genaisummarizer.engine.Route;
import org.genaisummarizer.engine.Summarizer;
import org.genaisummarizer.engine.SummarizerFactory;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.planning.LongDocuments;
import org.genaisummarizer.engine.planning.Planner;
import org.genaisummarizer.engine.planning.Remainder;
import org.genaisummarizer.engine.planning.Rooms;
import org.genaisummarizer.engine.port.FlightLease;
import org.genaisummarizer.engine.port.Sleeper;
import org.genaisummarizer.engine.port.SummaryCache;
import org.genaisummarizer.engine.port.SummaryObserver;
import org.genaisummarizer.engine.prompt.Fence;
import org.genaisummarizer.engine.prompt.PromptComposer;
import org.genaisummarizer.engine.tokens.ScriptTokenCounter;
import org.genaisummarizer.engine.tokens.TokenCounterBench;
import org.genaisummarizer.model.CacheDirectives;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.model.Document;
import org.genaisummarizer.model.Price;
import org.genaisummarizer.model.Style;
import org.genaisummarizer.model.Summary;
import org.genaisummarizer.model.SummaryEvent;
import org.genaisummarizer.model.SummaryOptions;
import org.genaisummarizer.model.SummaryRequest;
import org.genaisummarizer.model.Usage;

/**
 * Compares the ways to make long documents fit, on meetings with human summaries, and measures the
 * planning of a very long one: {@code make bench-long DATA=folder}.
 */
final class LongDocumentsBench {

    private static final int WINDOW = 8_000;
    private static final int LARGE_WINDOW = 128_000;
    private static final Duration LATENCY = Duration.ofMillis(200);
    private static final Price PRICE = new Price(new BigDecimal("0.40"), new BigDecimal("1.60"));
    private static final int ROUNDS = 7;
    private static final int PLAN_ROUNDS = 21;
    private static final int TEN_MB = 10_000_000;

    private final Clock clock = Clock.systemUTC();

    private record Question(String focus, String answer) {}

    private record Meeting(String text, List<String> references, List<Question> questions) {}

    private LongDocumentsBench() {}

    public static void main(String[] arguments) throws Exception {
        TokenCounterBench.main(new String[0]);
        new LongDocumentsBench().run(Path.of(arguments[0], "meetings.jsonl"));
    }

    private void run(Path file) throws Exception {
        List<Meeting> meetings = read(file);
        String head = "%-12s %-8s %6s %7s %7s %9s %7s %7s%n";
        System.out.printf(head, "way", "asked", "calls", "input", "output", "USD", "R-1", "R-2");
        for (LongDocuments.Way way : LongDocuments.Way.values()) {
            general(way, meetings);
        }
        for (LongDocuments.Way way : LongDocuments.Way.values()) {
            focused(way, meetings);
        }
        Meeting longest =
                meetings.stream()
                        .max(Comparator.comparingInt(meeting -> meeting.text().length()))
                        .orElseThrow();
        for (LongDocuments.Way way : LongDocuments.Way.values()) {
            time(way, longest.text());
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < TEN_MB; i++) {
            text.append(meetings.get(i % meetings.size()).text()).append("\n\n");
        }
        planning(text.substring(0, TEN_MB), WINDOW);
        planning(text.substring(0, TEN_MB), LARGE_WINDOW);
        memory(text.substring(0, TEN_MB));
    }

    private static List<Meeting> read(Path file) throws IOException {
        List<Meeting> meetings = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = new ObjectMapper().readTree(line);
            List<String> references = new ArrayList<>();
            node.path("references").forEach(reference -> references.add(reference.asText()));
            List<Question> questions = new ArrayList<>();
            node.path("focused")
                    .forEach(
                            one ->
                                    questions.add(
                                            new Question(
                                                    one.path("focus").asText(),
                                                    one.path("reference").asText())));
            meetings.add(new Meeting(node.path("text").asText(), references, questions));
        }
        return meetings;
    }

    private void general(LongDocuments.Way way, List<Meeting> meetings) {
        StandInModel model = new StandInModel(WINDOW, Duration.ofMillis(1), () -> {});
        Rouge sum = Rouge.NONE;
        for (Meeting meeting : meetings) {
            int words =
                    meeting.references().stream()
                            .mapToInt(one -> one.split("\\s+").length)
                            .max()
                            .orElseThrow();
            Summary summary =
                    summary(
                            summarizer(model, way, WINDOW),
                            meeting.text(),
                            words,
                            Optional.empty());
            sum = sum.plus(Rouge.of(summary.text(), meeting.references()));
        }
        print(way, "general", model, meetings.size(), sum.over(meetings.size()));
    }

    private void focused(LongDocuments.Way way, List<Meeting> meetings) {
        StandInModel model = new StandInModel(WINDOW, Duration.ofMillis(1), () -> {});
        Rouge sum = Rouge.NONE;
        int asked = 0;
        for (Meeting meeting : meetings) {
            for (Question question : meeting.questions()) {
                int words = Math.max(10, question.answer().split("\\s+").length);
                Summary summary =
                        summary(
                                summarizer(model, way, WINDOW),
                                meeting.text(),
                                words,
                                Optional.of(question.focus()));
                sum = sum.plus(Rouge.of(summary.text(), List.of(question.answer())));
                asked++;
            }
        }
        print(way, "focused", model, asked, sum.over(asked));
    }

    private static void print(
            LongDocuments.Way way, String asked, StandInModel model, int count, Rouge rouge) {
        Usage usage =
                model.calls().stream()
                        .map(StandInModel.Call::usage)
                        .reduce(Usage.NONE, Usage::plus);
        System.out.printf(
                Locale.ROOT,
                "%-12s %-8s %6.1f %7d %7d %9.5f %7.3f %7.3f%s%n",
                name(way),
                asked,
                (double) model.calls().size() / count,
                usage.input() / count,
                usage.output() / count,
                PRICE.of(usage).doubleValue() / count,
                rouge.one(),
                rouge.two(),
                model.refusals() == 0 ? "" : "  refused: " + model.refusals());
    }

    private static String name(LongDocuments.Way way) {
        return way.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void time(LongDocuments.Way way, String text) {
        StandInModel model = new StandInModel(WINDOW, LATENCY, () -> {});
        Summarizer summarizer = summarizer(model, way, WINDOW);
        double best = Double.MAX_VALUE;
        String line = "";
        for (int round = 0; round < ROUNDS; round++) {
            model.forget();
            long start = System.nanoTime();
            Summary summary = summary(summarizer, text, 150, Optional.empty());
            double millis = (System.nanoTime() - start) / 1e6;
            long chain = slowest(model, false) + slowest(model, true);
            if (millis < best) {
                best = millis;
                line =
                        String.format(
                                Locale.ROOT,
                                "longest meeting, %-11s %2d calls, %.0f ms, slowest chain %d ms: %.2f times; %s",
                                name(way),
                                model.calls().size(),
                                millis,
                                chain,
                                millis / chain,
                                summary.coverage());
            }
        }
        System.out.println(line);
    }

    private static long slowest(StandInModel model, boolean last) {
        return model.calls().stream()
                .filter(call -> call.last() == last)
                .mapToLong(StandInModel.Call::millis)
                .max()
                .orElse(0);
    }

    private static void planning(String text, int window) {
        ScriptTokenCounter tokens = new ScriptTokenCounter();
        Rooms rooms = new Rooms(new PromptComposer(new Fence(new byte[32])), tokens);
        Planner planner = new Planner(tokens, rooms);
        Target target = target(new StandInModel(window, LATENCY, () -> {}), window);
        Remainder all = Remainder.all(text, SummaryOptions.DEFAULT, "en");
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Double> millis = new ArrayList<>();
        int calls = 0;
        for (int round = 0; round < PLAN_ROUNDS; round++) {
            // Of the processor, so that others on the machine do not count.
            long start = threads.getCurrentThreadCpuTime();
            calls = planner.plan(all, target).orElseThrow().calls();
            millis.add((threads.getCurrentThreadCpuTime() - start) / 1e6);
        }
        System.out.printf(
                Locale.ROOT,
                "10 MB planned for %,d tokens: %d calls, first time %.0f ms of CPU, median %.0f ms%n",
                window,
                calls,
                millis.getFirst(),
                millis.stream().sorted().toList().get(PLAN_ROUNDS / 2));
    }

    private void memory(String text) {
        AtomicLong most = new AtomicLong();
        StandInModel model =
                new StandInModel(
                        LARGE_WINDOW,
                        Duration.ofMillis(5),
                        () -> most.accumulateAndGet(live(), Math::max));
        Summarizer summarizer = summarizer(model, LongDocuments.Way.MAP_REDUCE, LARGE_WINDOW);
        long before = live() - text.length();
        summary(summarizer, text, 150, Optional.empty());
        System.out.printf(
                Locale.ROOT,
                "memory while 10 MB are summarized: %.1f times the document, itself included%n",
                (double) (most.get() - before) / text.length());
    }

    private static long live() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private Summary summary(Summarizer summarizer, String text, int words, Optional<String> focus) {
        SummaryEvent.Terminal end = summarizer.summarize(request(text, words, focus), event -> {});
        if (end instanceof SummaryEvent.Completed completed) {
            return completed.summary();
        }
        throw new IllegalStateException("no summary: " + end);
    }

    private SummaryRequest request(String text, int words, Optional<String> focus) {
        return new SummaryRequest(
                "bench",
                Document.of(text),
                new SummaryOptions(
                        Style.PARAGRAPH, words, Optional.empty(), focus, Optional.empty()),
                Caller.ANONYMOUS,
                Deadline.after(clock, Duration.ofMinutes(5)),
                new CacheDirectives(true, true, false, Optional.empty()),
                Optional.empty());
    }

    private Summarizer summarizer(StandInModel model, LongDocuments.Way way, int window) {
        ScriptTokenCounter tokens = new ScriptTokenCounter();
        SummarizerFactory.Outside outside =
                new SummarizerFactory.Outside(
                        SummaryCache.NONE,
                        FlightLease.ALONE,
                        new MemoryIdempotencyStore(1_000_000, clock),
                        tokens,
                        new PromptComposer(new Fence(new byte[32])),
                        SummaryObserver.NONE,
                        clock,
                        Sleeper.SYSTEM,
                        RandomGenerator.getDefault(),
                        "bench");
        LongDocuments settings =
                new LongDocuments(
                        way,
                        LongDocuments.DEFAULT_PARALLEL,
                        false,
                        new ExtractiveShrinker(),
                        new LexicalRanker());
        return new SummarizerFactory(outside, EngineSettings.DEFAULT, settings)
                .create(new Route(List.of(target(model, window))), Optional.empty());
    }

    private static Target target(StandInModel model, int window) {
        return new Target(model, "stand-in", window, 4_096, PRICE, true);
    }
}
