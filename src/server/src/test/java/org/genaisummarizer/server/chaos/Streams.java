package org.genaisummarizer.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What holds for every stream, whatever went wrong behind it. */
final class Streams {

    private Streams() {}

    static void check(Outcome outcome) {
        List<Event> events = outcome.events();
        assertThat(events.getFirst().name()).as("a ping from the start").isEqualTo("ping");
        assertThat(events.stream().filter(event -> !event.name().equals("ping")).findFirst())
                .hasValueSatisfying(event -> assertThat(event.name()).isEqualTo("started"));
        assertThat(events.stream().filter(Event::isTerminal)).as("one last event").hasSize(1);
        assertThat(events.getLast().isTerminal()).isTrue();
        if (outcome.status() == 200) {
            assertThat(shown(events)).as("what was shown is the answer").isEqualTo(outcome.text());
        }
    }

    /** The deltas since the last time that they were taken back. */
    private static String shown(List<Event> events) {
        StringBuilder shown = new StringBuilder();
        for (Event event : events) {
            if (event.name().equals("restarted")) {
                shown.setLength(0);
            } else if (event.name().equals("delta")) {
                shown.append(event.data().path("text").asText());
            }
        }
        return shown.toString();
    }
}
