package org.genaisummarizer.server.chaos;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.genaisummarizer.server.chaos.Chaos.Play;

/**
 * {@code make chaos}: plays every fault in every way, or those whose name holds the first argument,
 * and prints a line a fault.
 */
public final class ChaosRun {

    private ChaosRun() {}

    public static void main(String[] arguments) throws Exception {
        String wanted = arguments.length > 0 ? arguments[0] : "";
        List<Play> plays =
                Chaos.everything().stream().filter(play -> play.name().contains(wanted)).toList();
        int played = 0;
        int survived = 0;
        try (Stage stage = new Stage()) {
            for (Map.Entry<Play, Future<Optional<Throwable>>> play :
                    stage.begin(plays).entrySet()) {
                Optional<Throwable> failure = play.getValue().get();
                played++;
                survived += failure.isEmpty() ? 1 : 0;
                String verdict = failure.isEmpty() ? "survived" : "FAILED  ";
                System.out.println(verdict + "  " + play.getKey().name());
                failure.ifPresent(e -> e.printStackTrace(System.out));
            }
        }
        System.out.printf(
                "%d faults, each in 4 ways: %d of %d survived%n",
                plays.size() / 4, survived, played);
        System.exit(survived == played ? 0 : 1);
    }
}
