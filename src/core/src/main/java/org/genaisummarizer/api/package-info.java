/**
 * The wire format that every host shares: JSON bodies, problem details, SSE events, queue messages,
 * and the OpenAPI document of what is HTTP. No host's own API appears here.
 */
@NullMarked
package org.genaisummarizer.api;

import org.jspecify.annotations.NullMarked;
