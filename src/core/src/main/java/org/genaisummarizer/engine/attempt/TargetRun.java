package org.genaisummarizer.engine.attempt;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.attempt.CompletionRunner.Answer;
import org.genaisummarizer.engine.attempt.RetryPolicy.Decision;
import org.genaisummarizer.engine.port.ProviderException;
import org.genaisummarizer.engine.port.Sleeper;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.Failure;

/** The attempts at one target of a job. */
final class TargetRun {

    /** Nothing was sent, so it was no attempt. */
    private static final String RESTING = new Failure.Resting(Duration.ZERO).slug();

    private static final String CANCELLED = new Failure.Cancelled().slug();

    private final Tools tools;
    private final Asked asked;
    private final Envelope envelope;
    private final RunListener listener;
    private final Failures failures;

    /** What every run works with. */
    record Tools(
            RetryPolicy policy,
            Rests rests,
            CompletionGuard guard,
            Accountant accountant,
            Duration leastTime,
            Clock clock,
            Sleeper sleeper) {}

    /**
     * Who is asked what.
     *
     * @param choice the target's place in the job
     * @param attempts that it has had
     * @param last whether nobody comes after it
     */
    record Asked(
            Target target, int choice, int attempts, boolean last, CompletionRequest request) {}

    TargetRun(
            Tools tools, Asked asked, Envelope envelope, RunListener listener, Failures failures) {
        this.tools = tools;
        this.asked = asked;
        this.envelope = envelope;
        this.listener = listener;
        this.failures = failures;
    }

    /**
     * The target's answer; nothing if the next may be asked.
     *
     * @throws RunFailedException if nobody else is to be asked
     */
    Optional<Answer> run() throws RunFailedException, InterruptedException {
        Duration resting = tools.rests().remaining(asked.target().ref());
        if (!resting.isZero()) {
            failed(new Failure.Resting(resting), asked.attempts() + 1);
            return Optional.empty();
        }
        for (int attempt = asked.attempts() + 1; ; attempt++) {
            requireTime();
            BigDecimal atMost = atMost();
            Optional<Envelope.Place> place = envelope.take(atMost);
            if (place.isEmpty()) {
                envelope.tooExpensive(atMost).ifPresent(failures::unaffordable);
                return Optional.empty();
            }
            Call call = new Call(asked.target(), listener, tools.clock());
            try {
                return Optional.of(answer(call, place.get()));
            } catch (ProviderException e) {
                if (!goesOn(e.failure(), attempt, call)) {
                    return Optional.empty();
                }
            }
        }
    }

    private BigDecimal atMost() {
        return envelope.hasCostLimit()
                ? tools.accountant().atMost(asked.target(), asked.request())
                : BigDecimal.ZERO;
    }

    private Answer answer(Call call, Envelope.Place place)
            throws ProviderException, InterruptedException {
        String outcome = CANCELLED;
        Optional<Completion> said = Optional.empty();
        try {
            Completion completion = call.make(limited());
            said = Optional.of(completion);
            tools.guard().check(asked.request(), completion);
            outcome = Attempt.COMPLETED;
            Attempt attempt = ended(call, outcome, place, said);
            return new Answer(completion, attempt.usage(), asked.target(), asked.choice());
        } catch (ProviderException e) {
            outcome = e.failure().slug();
            throw e;
        } finally {
            if (outcome.equals(RESTING)) {
                place.unused();
            } else if (!outcome.equals(Attempt.COMPLETED)) {
                ended(call, outcome, place, said);
            }
        }
    }

    /** The call ends a little before the deadline, so that its end can still be told in time. */
    private CompletionRequest limited() {
        CompletionRequest request = asked.request();
        Duration margin = tools.leastTime().dividedBy(2);
        return new CompletionRequest(
                request.model(),
                request.prompt(),
                request.options(),
                request.source(),
                request.maxOutputTokens(),
                request.limits().within(left().minus(margin)));
    }

    private Attempt ended(
            Call call, String outcome, Envelope.Place place, Optional<Completion> said) {
        Attempt attempt =
                tools.accountant().account(asked.target(), asked.request(), outcome, call);
        place.used(attempt);
        listener.attemptEnded(attempt, said);
        return attempt;
    }

    /** Whether this target is tried again, after the pause that takes. */
    private boolean goesOn(Failure.OfProvider failure, int attempt, Call call)
            throws RunFailedException, InterruptedException {
        failed(failure, attempt);
        boolean shown = !call.text().isEmpty();
        if (shown) {
            listener.restarted(failure.slug());
        }
        if (failure.consequence() == Failure.Consequence.TELL_THE_CALLER) {
            throw new RunFailedException(failure);
        }
        requireTime();
        Decision decision =
                tools.policy()
                        .after(
                                failure,
                                attempt,
                                shown && !asked.last(),
                                left().minus(tools.leastTime()));
        return switch (decision) {
            case Decision.Again again -> again(again);
            case Decision.Later later -> {
                failures.postponed(asked.choice(), attempt);
                yield false;
            }
            case Decision.Next next -> {
                tools.rests().rest(asked.target().ref(), next.rest());
                yield false;
            }
        };
    }

    private void failed(Failure.OfProvider failure, int attempt) {
        if (failure instanceof Failure.Resting resting && attempt == 1) {
            failures.rests(asked.choice(), resting.remaining());
        } else {
            failures.add(failure);
        }
    }

    private boolean again(Decision.Again again) throws InterruptedException {
        // Others need not find out for themselves that it wants to be left alone.
        tools.rests().rest(asked.target().ref(), again.rest());
        if (!envelope.hasAttempts()) {
            return false;
        }
        tools.sleeper().sleep(again.pause());
        return true;
    }

    private void requireTime() throws RunFailedException {
        if (left().compareTo(tools.leastTime()) < 0) {
            throw new RunFailedException(new Failure.DeadlineExceeded());
        }
    }

    private Duration left() {
        return envelope.deadline().remaining(tools.clock());
    }
}
