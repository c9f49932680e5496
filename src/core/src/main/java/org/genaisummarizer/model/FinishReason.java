package org.genaisummarizer.model;

/** Why a provider stopped. */
public sealed interface FinishReason {

    FinishReason STOP = new Stop();
    FinishReason LENGTH = new Length();
    FinishReason CONTENT_FILTER = new ContentFilter();

    /** Its name on the wire. */
    String wire();

    /** The model said all it wanted to. */
    record Stop() implements FinishReason {
        @Override
        public String wire() {
            return "stop";
        }
    }

    /** The output limit cut it short. */
    record Length() implements FinishReason {
        @Override
        public String wire() {
            return "length";
        }
    }

    /** The provider's filter cut it. */
    record ContentFilter() implements FinishReason {
        @Override
        public String wire() {
            return "content_filter";
        }
    }

    /** A word that we do not know; it is no success. */
    record Unknown(String raw) implements FinishReason {
        @Override
        public String wire() {
            return "unknown";
        }
    }
}
