package org.genaisummarizer.lambda.http;

import java.util.Optional;
import org.genaisummarizer.api.HttpCall;
import org.genaisummarizer.model.Caller;

/**
 * A call as an event brought it.
 *
 * @param caller by the gateway's account, never by a header
 * @param form how the answer has to be written
 */
record HttpEvent(HttpCall call, Caller caller, AnswerForm form) {

    /**
     * The platform's own span is the parent of ours, unless the caller sent one.
     *
     * @param trace X-Ray's field, which names that span; the gateway's in the event does not
     */
    void continues(Optional<String> trace) {
        trace.ifPresent(field -> call.fields().add("X-Amzn-Trace-Id", field));
    }
}
