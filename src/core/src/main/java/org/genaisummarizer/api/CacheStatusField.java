package org.genaisummarizer.api;

import org.genaisummarizer.model.CacheStatus;

/** The Cache-Status field of an answer (RFC 9211). */
final class CacheStatusField {

    private static final String CACHE = "genai-summarizer";

    private CacheStatusField() {}

    static Header of(CacheStatus status) {
        String value =
                switch (status) {
                    case HIT -> "; hit";
                    case SHARED -> "; fwd=miss; collapsed";
                    case MISS -> "; fwd=miss";
                    case BYPASSED -> "; fwd=request";
                };
        return new Header("Cache-Status", CACHE + value);
    }
}
