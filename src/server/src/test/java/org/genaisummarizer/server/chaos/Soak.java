package org.genaisummarizer.server.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.genaisummarizer.testing.provider.Dialect;
import org.genaisummarizer.testing.provider.Received;
import org.genaisummarizer.testing.provider.Reply;

/**
 * {@code make soak MINUTES=5}: random faults of a printed seed under load, and the account at the
 * end. No answer is cut after its first word, because what a provider bills for half an answer is
 * for no one to know but the provider.
 */
public final class Soak {

    private static final int CALLERS = 16;
    private static final double MOST_GROWTH = 1.15;

    private final Random random;
    private final AtomicLong completed = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    private Soak(long seed) {
        random = new Random(seed);
    }

    public static void main(String[] arguments) throws Exception {
        int minutes = Integer.parseInt(arguments[0]);
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        System.exit(new Soak(seed).run(Duration.ofMinutes(minutes)) ? 0 : 1);
    }

    private boolean run(Duration time) throws Exception {
        try (World world = new World(Dialect.OPENAI, true)) {
            world.set("SUMMARIZER_FIRST_TOKEN", "3s").set("SUMMARIZER_BREAKER_REST", "1s");
            // Soon full, so that what grows after is not the cache.
            world.set("SUMMARIZER_CACHE_BYTES", "500000");
            world.primary().repliesBy(request -> reply(world, "prime"));
            world.spare().repliesBy(request -> reply(world, "spare"));
            world.client();
            long end = System.nanoTime() + time.toNanos();
            load(world, System.nanoTime() + time.toNanos() / 5);
            long early = residentKilobytes(world);
            load(world, end);
            return report(world, early, residentKilobytes(world));
        }
    }

    private void load(World world, long end) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                running.add(
                        callers.submit(
                                () -> {
                                    while (System.nanoTime() < end) {
                                        boolean well = world.ask().status() == 200;
                                        (well ? completed : failed).incrementAndGet();
                                    }
                                    return null;
                                }));
            }
            for (Future<?> caller : running) {
                caller.get();
            }
        }
    }

    /** Every third call goes wrong. */
    private synchronized Reply reply(World world, String stem) {
        return switch (random.nextInt(24)) {
            case 0 -> Reply.error(429, "rate_limit", "Retry-After: 1");
            case 1 -> Reply.error(500, "internal");
            case 2 -> Reply.error(503, "overloaded");
            case 3 -> Reply.reset();
            case 4 -> Reply.response(200, "text/html", "<html>It works!</html>");
            case 5 -> Reply.hang();
            case 6 ->
                    Wire.goesWrongAfter(
                                    world.dialect(), 0, Wire.error(world.dialect(), "api_error"))
                            .billing(0, 0);
            case 7 -> Reply.error(404, "model_not_found");
            default -> world.healthy(stem);
        };
    }

    private static long residentKilobytes(World world) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + world.process().pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    private boolean report(World world, long early, long late)
            throws IOException, InterruptedException {
        String metrics = world.client().get("/q/metrics");
        List<Received> calls = new ArrayList<>(world.primary().received());
        calls.addAll(world.spare().received());
        long accepted = (long) Metrics.sum(metrics, "summarizer_requests_total");
        long counted =
                (long) Metrics.sum(metrics, "gen_ai_client_operation_duration_seconds_count");
        long tokens = (long) Metrics.sum(metrics, "gen_ai_client_token_usage_token_sum");
        long billed =
                calls.stream()
                        .filter(Received::wasAnswered)
                        .mapToLong(call -> call.reply().inputTokens() + call.reply().outputTokens())
                        .sum();
        boolean agree =
                line("requests", accepted, completed.get() + failed.get())
                        & line("tokens", tokens, billed);
        // A call on a connection that breaks in that moment is one for us and none for them.
        line("calls", counted, calls.size());
        System.out.printf("answered %d, failed %d%n", completed.get(), failed.get());
        list("requests", metrics, "summarizer_requests_total");
        // To compare with what was meant to go wrong.
        list("calls", metrics, "gen_ai_client_operation_duration_seconds_count");
        System.out.printf("resident %d kB after a fifth, %d kB at the end%n", early, late);
        return agree && late < early * MOST_GROWTH;
    }

    private static void list(String what, String metrics, String name) {
        metrics.lines()
                .filter(series -> series.startsWith(name + "{"))
                .map(series -> what + " " + series.substring(name.length()))
                .forEach(System.out::println);
    }

    private static boolean line(String what, long ours, long theirs) {
        System.out.printf("%-9s %d by our account, %d by theirs%n", what, ours, theirs);
        return ours == theirs;
    }
}
