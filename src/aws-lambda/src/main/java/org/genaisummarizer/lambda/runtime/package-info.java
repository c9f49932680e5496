/**
 * AWS Lambda's runtime API: the loop that fetches invocations and answers them, buffered or
 * streamed. What an event means is not known here.
 */
@NullMarked
package org.genaisummarizer.lambda.runtime;

import org.jspecify.annotations.NullMarked;
