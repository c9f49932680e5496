package org.genaisummarizer.lambda.telemetry;

import io.micrometer.core.instrument.AbstractDistributionSummary;
import io.micrometer.core.instrument.AbstractTimer;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.NoPauseDetector;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Meters that keep what they measured until it is written. */
final class Meters {

    private Meters() {}

    /** Has something to write. */
    interface Drained extends Meter {

        /** What was measured since the last time. */
        List<Double> drain();
    }

    static final class DrainedCounter implements Counter, Drained {

        private final Id id;
        private final Samples samples = new Samples();

        DrainedCounter(Id id) {
            this.id = id;
        }

        @Override
        public void increment(double amount) {
            samples.add(amount);
        }

        @Override
        public double count() {
            return samples.total();
        }

        @Override
        public Id getId() {
            return id;
        }

        @Override
        public Iterable<Measurement> measure() {
            return List.of(new Measurement(this::count, Statistic.COUNT));
        }

        @Override
        public List<Double> drain() {
            List<Double> values = samples.drain();
            return values.isEmpty()
                    ? values
                    : List.of(values.stream().mapToDouble(Double::doubleValue).sum());
        }
    }

    static final class DrainedTimer extends AbstractTimer implements Drained {

        private static final double NANOS = 1e9;

        private final Samples samples = new Samples();

        DrainedTimer(Id id, Clock clock) {
            super(
                    id,
                    clock,
                    DistributionStatisticConfig.NONE,
                    new NoPauseDetector(),
                    TimeUnit.SECONDS,
                    false);
        }

        @Override
        protected void recordNonNegative(long amount, TimeUnit unit) {
            samples.add(unit.toNanos(amount) / NANOS);
        }

        @Override
        public long count() {
            return samples.count();
        }

        @Override
        public double totalTime(TimeUnit unit) {
            return samples.total() * unit.convert(1, TimeUnit.SECONDS);
        }

        @Override
        public double max(TimeUnit unit) {
            return samples.most() * unit.convert(1, TimeUnit.SECONDS);
        }

        @Override
        public List<Double> drain() {
            return samples.drain();
        }
    }

    static final class DrainedSummary extends AbstractDistributionSummary implements Drained {

        private final Samples samples = new Samples();

        DrainedSummary(Id id, Clock clock, double scale) {
            super(id, clock, DistributionStatisticConfig.NONE, scale, false);
        }

        @Override
        protected void recordNonNegative(double amount) {
            samples.add(amount);
        }

        @Override
        public long count() {
            return samples.count();
        }

        @Override
        public double totalAmount() {
            return samples.total();
        }

        @Override
        public double max() {
            return samples.most();
        }

        @Override
        public List<Double> drain() {
            return samples.drain();
        }
    }
}
