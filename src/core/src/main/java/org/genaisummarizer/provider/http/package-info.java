/**
 * What the clients of all vendors share: one streamed HTTP call with its limits, server-sent
 * events, and the table from an error response to a failure. No vendor's format is known here.
 */
@NullMarked
package org.genaisummarizer.provider.http;

import org.jspecify.annotations.NullMarked;
