package org.genaisummarizer.lambda.telemetry;

import java.util.ArrayList;
import java.util.List;

/**
 * What a meter has measured since it was last asked. CloudWatch makes its own statistics of single
 * values, up to a hundred a line.
 */
final class Samples {

    private static final int MOST = 100;

    private final List<Double> values = new ArrayList<>();
    private long count;
    private double total;
    private double most;

    synchronized void add(double value) {
        count++;
        total += value;
        most = Math.max(most, value);
        // Beyond what a line takes, the sum still goes on; a batch that large is rare.
        if (values.size() < MOST) {
            values.add(value);
        }
    }

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
