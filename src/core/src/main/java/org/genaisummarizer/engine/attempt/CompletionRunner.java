package org.genaisummarizer.engine.attempt;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.genaisummarizer.engine.Target;
import org.genaisummarizer.engine.port.Sleeper;
import org.genaisummarizer.engine.port.TokenCounter;
import org.genaisummarizer.model.Completion;
import org.genaisummarizer.model.CompletionRequest;
import org.genaisummarizer.model.Failure;
import org.genaisummarizer.model.Usage;

/**
 * Has one completion made: asks the targets of a job in their order, again where that promises
 * something, within the envelope of the request that it is for.
 *
 * <p>The parts of a long document each run one job, at the same time if they like, all with the one
 * {@link Envelope} of their request: its deadline ends them all, its attempts are taken from by
 * each (so it is made with one for each call of the plan, and some to spare), its money is reserved
 * before a call starts, and its {@link Envelope#attempts} and {@link Envelope#cost} are those of
 * the whole request. A part whose run fails throws; what the others do then is the caller's choice.
 */
public final class CompletionRunner {

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
        if (leastTime.isNegative() || leastTime.isZero()) {
            throw new IllegalArgumentException("leastTime must be > 0");
        }
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
     * @param completion its text is what the listener heard since the last restart
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
        Failures failures = new Failures();
        Round round = new Round(job, envelope, listener, failures);
        Optional<Answer> answer = askAll(round, job.choices());
        Duration waited = Duration.ZERO;
        while (answer.isEmpty()) {
            // Who rests was not asked, because others found it busy a moment ago.
            Duration wait = untilBack(round, waited);
            sleeper.sleep(wait);
            waited = waited.plus(wait);
            answer = askAll(round, failures.takeResting());
        }
        return answer.get();
    }

    /** What is the same whoever is asked. */
    private record Round(Job job, Envelope envelope, RunListener listener, Failures failures) {}

    /** Each in turn, and those whose second attempt was put off behind the others. */
    private Optional<Answer> askAll(Round round, SortedMap<Integer, Integer> choices)
            throws RunFailedException, InterruptedException {
        Optional<Answer> answer = ask(round, choices);
        return answer.isPresent() ? answer : ask(round, round.failures().takePostponed());
    }

    /**
     * @param choices places in the job, in order, with the attempts that each has had
     */
    private Optional<Answer> ask(Round round, SortedMap<Integer, Integer> choices)
            throws RunFailedException, InterruptedException {
        Job job = round.job();
        for (Map.Entry<Integer, Integer> asked : choices.entrySet()) {
            int choice = asked.getKey();
            Target target = job.targets().get(choice);
            Optional<CompletionRequest> request = job.calls().to(target);
            if (request.isEmpty()) {
                round.failures().add(new Failure.ContextExceeded());
                continue;
            }
            boolean last = choice == choices.lastKey();
            TargetRun run =
                    new TargetRun(
                            tools(),
                            new TargetRun.Asked(
                                    target, choice, asked.getValue(), last, request.get()),
                            round.envelope(),
                            round.listener(),
                            round.failures());
            Optional<Answer> answer = run.run();
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private TargetRun.Tools tools() {
        return new TargetRun.Tools(policy, rests, guard, accountant, leastTime, clock, sleeper);
    }

    /**
     * Until somebody is back.
     *
     * @throws RunFailedException if nobody is back soon enough
     */
    private Duration untilBack(Round round, Duration waited) throws RunFailedException {
        Envelope envelope = round.envelope();
        return round.failures()
                .shortestRest()
                .flatMap(rest -> policy.untilBack(rest, waited))
                .filter(wait -> envelope.deadline().allows(wait.plus(leastTime), clock))
                .filter(wait -> envelope.hasAttempts())
                .orElseThrow(() -> new RunFailedException(round.failures().verdict()));
    }
}
