package org.genaisummarizer.lambda.telemetry;

import java.util.ArrayList;
import java.util.List;

/** What a meter has measured since it was last asked, and in all. */
final class Samples {

    private final List<Double> values = new ArrayList<>();
    private long count;
    private double total;
    private double most;

    synchronized void add(double value) {
        count++;
        total += value;
        most = Math.max(most, value);
        values.add(value);
    }

    /** Single values, of which CloudWatch makes its own statistics. */
    synchronized List<Double> drain() {
        List<Double> drained = List.copyOf(values);
        values.clear();
        return drained;
    }

    synchronized long count() {
        return count;
    }

    synchronized double total() {
        return total;
    }

    synchronized double most() {
        return most;
    }
}
