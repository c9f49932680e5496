package org.genaisummarizer.server.chaos;

/** One thing that goes wrong, and what must come of it. */
record Fault(String name, Scenario scenario) {

    /** Plays the fault and checks what came of it. */
    @FunctionalInterface
    interface Scenario {
        void play(World world) throws Exception;
    }
}
