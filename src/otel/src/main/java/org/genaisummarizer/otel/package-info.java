/**
 * Spans of requests, cache look-ups, parts and calls to providers, for OpenTelemetry. Nothing here
 * sees a document, a summary or a key, and nothing here is in a build without {@code -Dotel}.
 */
@NullMarked
package org.genaisummarizer.otel;

import org.jspecify.annotations.NullMarked;
