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

    /** Of each fault one way, all ways in turn. */
    static List<Play> sample() {
        List<Play> plays = new ArrayList<>();
        for (Fault fault : faults()) {
            plays.add(fourWays(fault).get(plays.size() % 4));
        }
        return plays;
    }

    /** The sixteen faults in every way, and the sample of the others. */
    static List<Play> sixteenAndSample() {
        List<Play> plays = new ArrayList<>();
        SixteenFaults.all().forEach(fault -> plays.addAll(fourWays(fault)));
        List<Play> sample = sample();
        plays.addAll(sample.subList(SixteenFaults.all().size(), sample.size()));
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
