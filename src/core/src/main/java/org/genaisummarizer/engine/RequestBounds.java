package org.genaisummarizer.engine;

/**
 * How many requests may be in hand at once.
 *
 * @param all &gt;= 1
 * @param ofTenant of one tenant, &gt;= 1; as many as all of them is no bound of its own
 */
public record RequestBounds(int all, int ofTenant) {

    public RequestBounds {
        if (all < 1 || ofTenant < 1) {
            throw new IllegalArgumentException("bounds of requests in hand must be >= 1");
        }
    }
}
