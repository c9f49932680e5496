package org.genaisummarizer.engine.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.engine.attempt.Envelope.Place;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.Cost;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.model.ModelRef;
import org.genaisummarizer.model.Usage;
import org.genaisummarizer.testing.time.ManualClock;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private final ManualClock clock = new ManualClock();
    private final Deadline deadline = Deadline.after(clock, Duration.ofMinutes(1));

    private static Attempt costing(String usd) {
        return new Attempt(
                "p", "m", "cut", Duration.ZERO, Usage.NONE, new Cost(new BigDecimal(usd), false));
    }

    @Test
    void soManyAttemptsAndNoMore() {
        Envelope envelope = new Envelope(deadline, 2, Optional.empty());

        assertThat(envelope.take(BigDecimal.ZERO)).isPresent();
        assertThat(envelope.hasAttempts()).isTrue();
        assertThat(envelope.take(BigDecimal.ZERO)).isPresent();
        assertThat(envelope.hasAttempts()).isFalse();
        assertThat(envelope.take(BigDecimal.ZERO)).isEmpty();
    }

    @Test
    void anAttemptThatWasNotMadeIsGivenBack() {
        Envelope envelope = new Envelope(deadline, 1, Optional.of(BigDecimal.ONE));

        envelope.take(BigDecimal.ONE).map(Place.class::cast).orElseThrow().unused();

        assertThat(envelope.take(BigDecimal.ONE)).isPresent();
        assertThat(envelope.attempts()).isEmpty();
    }

    @Test
    void callsInFlightHoldTheMostThatTheyCanCost() {
        Envelope envelope = new Envelope(deadline, 6, Optional.of(new BigDecimal("1.00")));
        Place first = envelope.take(new BigDecimal("0.60")).orElseThrow();

        assertThat(envelope.take(new BigDecimal("0.41"))).as("while the first runs").isEmpty();
        first.used(costing("0.10"));
        assertThat(envelope.take(new BigDecimal("0.90"))).isPresent();
        assertThat(envelope.cost().amount()).isEqualByComparingTo("0.10");
    }

    @Test
    void aRestEndsByItselfAndALongerOneWins() {
        Rests rests = new Rests(clock);
        ModelRef model = new ModelRef("p", "m");
        rests.rest(model, Duration.ofSeconds(10));
        rests.rest(model, Duration.ofSeconds(2));
        rests.rest(model, Duration.ZERO);

        clock.advance(Duration.ofSeconds(9));
        assertThat(rests.remaining(model)).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(rests.remaining(model)).isZero();
        assertThat(rests.remaining(new ModelRef("p", "other"))).isZero();
    }
}
