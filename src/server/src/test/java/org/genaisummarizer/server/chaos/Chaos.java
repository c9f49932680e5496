package org.genaisummarizer.server.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.genaisummarizer.testing.provider.Dialect;

/** All faults, and how each is played. */
final class Chaos {

    private Chaos() {}

    /** A fault in one dialect, asked for as a stream or not. */
    record Play(Fault fault, Dialect dialect, boolean stream) {

        /** Plays it; what it throws says what did not hold. */
        void run() throws Exception {
            try (World world = new World(dialect, stream)) {
                fault.scenario().play(world);
                Invariants.check(world);
            }
        }

        String name() {
            return fault.name() + " / " + dialect + (stream ? ", streaming" : "");
        }
    }

    static List<Fault> faults() {
        return Stream.of(
                        SixteenFaults.all(),
                        ProviderFaults.all(),
                        FramingFaults.all(),
                        OutageFaults.all(),
                        CallerFaults.all(),
                        CrowdFaults.all(),
                        RedisFaults.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Every fault in both dialects, streaming and not. */
    static List<Play> everything() {
        return faults().stream().flatMap(fault -> fourWays(fault).stream()).toList();
    }

    /** The sixteen faults four ways; of the others each one way, all ways in turn. */
    static List<Play> sample() {
        List<Play> plays = new ArrayList<>();
        int turn = 0;
        List<Fault> faults = faults();
        for (int i = 0; i < faults.size(); i++) {
            List<Play> ways = fourWays(faults.get(i));
            if (i < 16) {
                plays.addAll(ways);
            } else {
                plays.add(ways.get(turn++ % ways.size()));
            }
        }
        return plays;
    }

    private static List<Play> fourWays(Fault fault) {
        return List.of(
                new Play(fault, Dialect.OPENAI, false),
                new Play(fault, Dialect.ANTHROPIC, true),
                new Play(fault, Dialect.OPENAI, true),
                new Play(fault, Dialect.ANTHROPIC, false));
    }
}
