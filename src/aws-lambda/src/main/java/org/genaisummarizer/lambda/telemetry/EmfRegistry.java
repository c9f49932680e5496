package org.genaisummarizer.lambda.telemetry;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.internal.DefaultGauge;
import io.micrometer.core.instrument.internal.DefaultMeter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.genaisummarizer.lambda.telemetry.Meters.Drained;
import org.jspecify.annotations.Nullable;

/**
 * Metrics of a function, which nobody can scrape: what was measured is written as lines of
 * CloudWatch's embedded metric format after each invocation. Names are those that Prometheus gets
 * from the container.
 */
public final class EmfRegistry extends MeterRegistry {

    /** Of one metric, in one line of the format. */
    private static final int MOST_VALUES = 100;

    public EmfRegistry() {
        super(Clock.SYSTEM);
    }

    /** A line for each set of labels that was measured since the last time, or more if long. */
    public List<String> lines() {
        Map<Key, EmfLine> lines = new LinkedHashMap<>();
        for (Meter meter : getMeters()) {
            if (meter instanceof Drained drained) {
                List<Double> values = drained.drain();
                for (int from = 0; from < values.size(); from += MOST_VALUES) {
                    int to = Math.min(values.size(), from + MOST_VALUES);
                    EmfLine.Labels labels = EmfLine.Labels.of(meter.getId());
                    lines.computeIfAbsent(new Key(labels, from), key -> new EmfLine(labels))
                            .add(meter.getId(), values.subList(from, to));
                }
            }
        }
        List<String> written = new ArrayList<>();
        lines.values().forEach(line -> written.add(line.json(clock.wallTime())));
        return written;
    }

    private record Key(EmfLine.Labels labels, int from) {}

    @Override
    protected Counter newCounter(Meter.Id id) {
        return new Meters.DrainedCounter(id);
    }

    @Override
    protected Timer newTimer(
            Meter.Id id, DistributionStatisticConfig statistics, PauseDetector pauses) {
        return new Meters.DrainedTimer(id, clock);
    }

    @Override
    protected DistributionSummary newDistributionSummary(
            Meter.Id id, DistributionStatisticConfig statistics, double scale) {
        return new Meters.DrainedSummary(id, clock, scale);
    }

    @Override
    protected <T> Gauge newGauge(Meter.Id id, @Nullable T object, ToDoubleFunction<T> value) {
        return new DefaultGauge<>(id, object, value);
    }

    @Override
    protected Meter newMeter(Meter.Id id, Meter.Type type, Iterable<Measurement> measurements) {
        return new DefaultMeter(id, type, measurements);
    }

    /** What is counted elsewhere is measured by nobody here: a function lives for one request. */
    @Override
    protected <T> FunctionTimer newFunctionTimer(
            Meter.Id id,
            T object,
            ToLongFunction<T> count,
            ToDoubleFunction<T> total,
            TimeUnit unit) {
        throw new UnsupportedOperationException("a function has no timers of others");
    }

    @Override
    protected <T> FunctionCounter newFunctionCounter(
            Meter.Id id, T object, ToDoubleFunction<T> count) {
        throw new UnsupportedOperationException("a function has no counters of others");
    }

    @Override
    protected TimeUnit getBaseTimeUnit() {
        return TimeUnit.SECONDS;
    }

    @Override
    protected DistributionStatisticConfig defaultHistogramConfig() {
        return DistributionStatisticConfig.NONE;
    }
}
