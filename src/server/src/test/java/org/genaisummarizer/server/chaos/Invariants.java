package org.genaisummarizer.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.genaisummarizer.testing.Await;
import org.genaisummarizer.testing.provider.Received;

/** What holds after every fault, whatever it was. */
final class Invariants {

    private Invariants() {}

    static void check(World world) throws IOException, InterruptedException {
        nothingLeaked(world);
        accountsAgree(world);
        goesOn(world);
        nothingLeaked(world);
    }

    private static void nothingLeaked(World world) throws IOException, InterruptedException {
        String metrics = world.client().get("/q/metrics");
        for (String secret : List.of(World.KEY, World.MARKER)) {
            assertThat(world.output()).as("the log").doesNotContain(secret);
            assertThat(world.client().heard()).as("the answers").doesNotContain(secret);
            assertThat(metrics).as("the metrics").doesNotContain(secret);
        }
    }

    /** The service counts the calls that its providers count, and what they bill. */
    private static void accountsAgree(World world) throws IOException, InterruptedException {
        List<Received> calls = new java.util.ArrayList<>(world.primary().received());
        calls.addAll(world.spare().received());
        if (world.hasSharedProviders()) {
            return;
        }
        if (world.hasHiddenCalls()) {
            assertThat(counted(world)).isGreaterThanOrEqualTo(calls.size());
        } else {
            // A call whose caller left is counted when it ends.
            Await.until("the accounts agree", () -> agrees(world, calls.size()));
        }
    }

    private static boolean agrees(World world, int calls) {
        try {
            return counted(world) == calls;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long counted(World world) throws IOException, InterruptedException {
        return (long)
                Metrics.sum(
                        world.client().get("/q/metrics"),
                        "gen_ai_client_operation_duration_seconds_count");
    }

    private static void goesOn(World world) throws IOException, InterruptedException {
        world.heal();
        Outcome next = world.ask();
        while (world.isLeftAlone() && next.status() != 200) {
            TimeUnit.SECONDS.sleep(1);
            next = world.ask();
        }
        assertThat(next.status()).as("the next request: %s", next.json()).isEqualTo(200);
    }
}
