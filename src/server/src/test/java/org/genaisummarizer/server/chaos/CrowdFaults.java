package org.genaisummarizer.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.genaisummarizer.testing.Await;
import org.genaisummarizer.testing.provider.Reply;

/** Many callers at once. */
final class CrowdFaults {

    private static final int CROWD = 500;
    private static final int EQUAL = 1_000;

    private CrowdFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("500 callers, both providers down", CrowdFaults::outage),
                new Fault("500 callers, the first provider down", CrowdFaults::halfOutage),
                new Fault("a thousand equal requests", CrowdFaults::equal),
                new Fault("one of several equal callers leaves", CrowdFaults::oneLeaves),
                new Fault("more requests than are taken", CrowdFaults::tooMany),
                new Fault("one tenant's crowd", CrowdFaults::loudTenant),
                new Fault("the same Idempotency-Key, again and again", CrowdFaults::once));
    }

    private static List<Outcome> atOnce(int count, Callable<Outcome> request) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                running.add(threads.submit(request));
            }
            for (Future<Outcome> outcome : running) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    /**
     * What a crowd is told that comes when three have found out how things stand, and at what
     * price.
     */
    private static List<Outcome> crowdThatComesLater(World world) throws Exception {
        for (int i = 0; i < 3; i++) {
            world.ask();
        }
        world.primary().forget();
        world.spare().forget();
        world.hidesCalls();

        List<Outcome> outcomes = atOnce(CROWD, world::ask);

        int calls = world.primary().received().size() + world.spare().received().size();
        assertThat(calls).as("calls for 500 requests").isLessThan(CROWD * 12 / 10);
        return outcomes;
    }

    private static void outage(World world) throws Exception {
        world.set("SUMMARIZER_BREAKER_REST", "2s");
        Reply slow = Reply.error(503, "overloaded").delayed(Duration.ofMillis(50));
        world.primary().replies(slow);
        world.spare().replies(slow);

        List<Outcome> outcomes = crowdThatComesLater(world);

        assertThat(outcomes).allMatch(outcome -> outcome.status() == 503);
    }

    private static void halfOutage(World world) throws Exception {
        world.set("SUMMARIZER_MAX_CALLS", "600").set("SUMMARIZER_FIRST_TOKEN", "40s");
        world.primary().replies(Reply.error(503, "overloaded"));

        List<Outcome> outcomes = crowdThatComesLater(world);

        outcomes.forEach(world::expectSpare);
    }

    private static void equal(World world) throws Exception {
        // A thousand connections at once take their time on a small machine.
        world.set("SUMMARIZER_FIRST_TOKEN", "40s");
        world.primary().replies(world.healthy("prime").delayed(Duration.ofSeconds(5)));
        String document = world.document();

        List<Outcome> outcomes =
                atOnce(EQUAL, () -> world.client().summarize(document, world.streams()));

        Outcome paid =
                outcomes.stream()
                        .filter(o -> o.json().path("cache").asText().equals("miss"))
                        .findFirst()
                        .orElseThrow();
        assertThat(paid.attempts()).as("%s", paid.json()).containsExactly("completed");
        outcomes.forEach(world::expectShared);
        assertThat(world.primary().received()).hasSize(1);
        assertThat(outcomes.stream().filter(o -> o.json().path("cache").asText().equals("miss")))
                .as("one of them paid")
                .hasSize(1);
    }

    private static void oneLeaves(World world) throws Exception {
        world.primary().replies(world.healthy("prime").delayed(Duration.ofSeconds(5)));
        String document = world.document();
        String request =
                "POST /v1/summaries?max_words=60 HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: "
                        + document.length()
                        + "\r\n\r\n"
                        + document;
        try (RawCaller leader = new RawCaller(world.client().address())) {
            leader.send(request);
            Await.until("called", () -> !world.primary().received().isEmpty());
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Outcome> follower =
                        threads.submit(() -> world.client().summarize(document, world.streams()));
                Await.until("both are in hand", () -> inHand(world) == 2);
                leader.close();

                world.expectShared(follower.get());
            }
        }
        assertThat(world.primary().received()).hasSize(1);
    }

    private static double inHand(World world) {
        try {
            return Metrics.sum(world.client().get("/q/metrics"), "summarizer_requests_in_flight");
        } catch (java.io.IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static void tooMany(World world) throws Exception {
        world.set("SUMMARIZER_MAX_REQUESTS", "10");
        world.primary().replies(world.healthy("prime").delayed(Duration.ofSeconds(5)));

        List<Outcome> outcomes = atOnce(40, world::ask);

        // Who comes while ten are in hand is told so; how many come then is for the machine to say.
        assertThat(outcomes.stream().filter(outcome -> outcome.status() == 200).count())
                .isBetween(10L, 39L);
        outcomes.stream()
                .filter(outcome -> outcome.status() != 200)
                .forEach(outcome -> world.expectProblem(outcome, 503, "overloaded"));
    }

    private static void loudTenant(World world) throws Exception {
        world.set("SUMMARIZER_MAX_TENANT_REQUESTS", "5")
                .set("SUMMARIZER_TRUSTED_PROXIES", "127.0.0.1");
        world.primary().replies(world.healthy("prime").delayed(Duration.ofSeconds(5)));

        List<Outcome> loud;
        List<Outcome> quiet;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Outcome>> crowd =
                    threads.submit(() -> atOnce(20, () -> askAs("loud/one", world)));
            quiet = atOnce(5, () -> askAs("quiet/one", world));
            loud = crowd.get();
        }

        quiet.forEach(world::expectPrimary);
        assertThat(loud.stream().filter(outcome -> outcome.status() == 200).count())
                .isBetween(5L, 19L);
        loud.stream()
                .filter(outcome -> outcome.status() != 200)
                .forEach(outcome -> world.expectProblem(outcome, 429, "too-many-requests"));
    }

    private static Outcome askAs(String identity, World world) throws Exception {
        return world.client()
                .summarize(world.document(), world.streams(), "X-Summarizer-Identity", identity);
    }

    private static void once(World world) throws Exception {
        String document = world.document();
        String[] key = {"Idempotency-Key", "order-66", "Cache-Control", "no-store"};

        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            texts.add(world.client().summarize(document, world.streams(), key).text());
        }
        Outcome other = world.client().summarize(world.document(), world.streams(), key);

        assertThat(texts).containsOnly(texts.getFirst()).doesNotContain("");
        assertThat(world.primary().received()).hasSize(1);
        world.expectProblem(other, 422, "idempotency-conflict");
    }
}
