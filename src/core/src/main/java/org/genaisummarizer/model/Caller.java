package org.genaisummarizer.model;

/**
 * Who asks. The tenant separates caches, results and limits; the principal is one identity in it.
 */
public record Caller(String tenant, String principal) {

    public static final Caller ANONYMOUS = new Caller("default", "anonymous");

    public Caller {
        if (tenant.isBlank() || principal.isBlank()) {
            throw new IllegalArgumentException("tenant and principal must not be blank");
        }
    }
}
