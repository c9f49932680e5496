package org.genaisummarizer.engine.attempt;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.attempt.RetryPolicy.Decision;
import org.genaisummarizer.engine.port.ProviderException;
import org.genaisummarizer.engine.port.Sleeper;
import org.genaisummarizer.engine.port.TokenCounter;
import org.genaisummarizer.model.Attempt;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Usage;

/**
 * Has one completion made: asks the targets of a job in their order, again where that promises
 * something, within the envelope of the request that it is for. The parts of a long document each
 * run one job, at the same time if they like, and share the envelope.
 */
public final class CompletionRunner {

    /** Nothing was sent, so it was no attempt. */
    private static final String RESTING = new Failure.Resting(Duration.ZERO).slug();

    private final RetryPolicy policy;
    private final Rests rests;
    private final CompletionGuard guard;
    private final Accountant accountant;
    private final Duration leastTime;
    private final Clock clock;
    private final Sleeper sleeper;

    /**
     * @param tokens counts what a provider did not
     * @param leastTime no call starts with less time than this left
     */
    public CompletionRunner(
            RetryPolicy policy,
            Rests rests,
            CompletionGuard guard,
            TokenCounter tokens,
            Duration leastTime,
            Clock clock,
            Sleeper sleeper) {
        this.policy = policy;
        this.rests = rests;
        this.guard = guard;
        this.accountant = new Accountant(tokens);
        this.leastTime = leastTime;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * What a run came to.
     *
     * @param usage the provider's count, or our estimate
     * @param choice the target's place in the job, 0 being the first choice
     */
    public record Answer(Completion completion, Usage usage, Target target, int choice) {}

    /**
     * @throws RunFailedException if nobody gave an answer
     * @throws InterruptedException if the thread was interrupted; the call in flight is cancelled
     */
    public Answer run(Job job, Envelope envelope, RunListener listener)
            throws RunFailedException, InterruptedException {
        List<Failure.OfProvider> failures = new ArrayList<>();
        for (int choice = 0; choice < job.targets().size(); choice++) {
            Target target = job.targets().get(choice);
            Optional<CompletionRequest> request = job.calls().to(target);
            if (request.isEmpty()) {
                failures.add(new Failure.ContextExceeded());
                continue;
            }
            Optional<Answer> answer =
                    new TargetRun(target, choice, request.get(), envelope, listener, failures)
                            .run();
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new RunFailedException(Verdict.of(failures));
    }

    /** The attempts at one target. */
    private final class TargetRun {

        private final Target target;
        private final int choice;
        private final CompletionRequest request;
        private final Envelope envelope;
        private final RunListener listener;
        private final List<Failure.OfProvider> failures;

        private TargetRun(
                Target target,
                int choice,
                CompletionRequest request,
                Envelope envelope,
                RunListener listener,
                List<Failure.OfProvider> failures) {
            this.target = target;
            this.choice = choice;
            this.request = request;
            this.envelope = envelope;
            this.listener = listener;
            this.failures = failures;
        }

        private Optional<Answer> run() throws RunFailedException, InterruptedException {
            for (int attempt = 1; ; attempt++) {
                Duration resting = rests.remaining(target.ref());
                if (!resting.isZero()) {
                    failures.add(new Failure.Resting(resting));
                    return Optional.empty();
                }
                requireTime();
                if (!envelope.takeAttempt()) {
                    throw new RunFailedException(Verdict.of(failures));
                }
                Call call = new Call(target, listener, clock);
                try {
                    return Optional.of(answer(call));
                } catch (ProviderException e) {
                    if (!goesOn(e.failure(), attempt, call)) {
                        return Optional.empty();
                    }
                }
            }
        }

        private Answer answer(Call call) throws ProviderException, InterruptedException {
            String outcome = "cancelled";
            try {
                Completion completion = call.make(limited());
                guard.check(request, completion);
                outcome = Attempt.COMPLETED;
                Attempt attempt = ended(call, outcome, completion.usage());
                return new Answer(completion, attempt.usage(), target, choice);
            } catch (ProviderException e) {
                outcome = e.failure().slug();
                throw e;
            } finally {
                if (outcome.equals(RESTING)) {
                    envelope.giveAttemptBack();
                } else if (!outcome.equals(Attempt.COMPLETED)) {
                    ended(call, outcome, call.counted());
                }
            }
        }

        private CompletionRequest limited() {
            Duration left = envelope.deadline().remaining(clock);
            return new CompletionRequest(
                    request.model(),
                    request.prompt(),
                    request.options(),
                    request.source(),
                    request.maxOutputTokens(),
                    request.limits().within(left));
        }

        private Attempt ended(Call call, String outcome, Usage counted) {
            Attempt attempt =
                    accountant.account(target, request, outcome, call.time(), counted, call.text());
            envelope.ended(attempt);
            listener.attemptEnded(attempt);
            return attempt;
        }

        /** Whether this target is tried again, after the pause that takes. */
        private boolean goesOn(Failure.OfProvider failure, int attempt, Call call)
                throws RunFailedException, InterruptedException {
            failures.add(failure);
            boolean shown = !call.text().isEmpty();
            if (shown) {
                listener.restarted(failure.slug());
            }
            Duration left = envelope.deadline().remaining(clock);
            if (left.compareTo(leastTime) < 0) {
                throw new RunFailedException(new Failure.DeadlineExceeded());
            }
            return switch (policy.after(failure, attempt, shown, left.minus(leastTime))) {
                case Decision.Again again -> pause(again.pause());
                case Decision.Next next -> {
                    rests.rest(target.ref(), next.rest());
                    yield false;
                }
                case Decision.Tell tell -> throw new RunFailedException(failure);
            };
        }

        private boolean pause(Duration time) throws InterruptedException {
            if (!envelope.hasAttempts()) {
                return false;
            }
            sleeper.sleep(time);
            return true;
        }

        private void requireTime() throws RunFailedException {
            Deadline deadline = envelope.deadline();
            if (deadline.remaining(clock).compareTo(leastTime) < 0) {
                throw new RunFailedException(new Failure.DeadlineExceeded());
            }
        }
    }
}
