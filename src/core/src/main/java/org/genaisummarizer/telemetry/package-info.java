/**
 * Metrics and the log line of a request behind {@code SummaryObserver}. Nothing here sees a
 * document, a summary or a key.
 */
@NullMarked
package org.genaisummarizer.telemetry;

import org.jspecify.annotations.NullMarked;
