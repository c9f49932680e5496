package org.genaisummarizer.server.chaos;

/** Reads Prometheus' text format. */
final class Metrics {

    private Metrics() {}

    /** The sum over all series of a name that have all of these labels, each as {@code a="b"}. */
    static double sum(String metrics, String name, String... labels) {
        double sum = 0;
        for (String line : metrics.split("\n", -1)) {
            if ((line.startsWith(name + "{") || line.startsWith(name + " "))
                    && java.util.Arrays.stream(labels).allMatch(line::contains)) {
                sum += Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
            }
        }
        return sum;
    }
}
