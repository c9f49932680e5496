package org.genaisummarizer.server.functions;

/**
 * A message that was taken from a queue.
 *
 * @param receipt by which this delivery of it is deleted or shown again
 * @param deliveries this one included
 */
record Stored(String id, String receipt, long deliveries, String body) {

    @Override
    public String toString() {
        return "Stored[" + id + ", " + deliveries + ". time]";
    }
}
