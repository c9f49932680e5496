package org.genaisummarizer.lambda.http;

import org.genaisummarizer.api.HttpCall;
import org.genaisummarizer.model.Caller;

/**
 * A call as an event brought it.
 *
 * @param caller by the gateway's account, never by a header
 * @param form how the answer has to be written
 */
record HttpEvent(HttpCall call, Caller caller, AnswerForm form) {}
