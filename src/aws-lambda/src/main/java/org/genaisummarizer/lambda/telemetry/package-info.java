/**
 * Logs and metrics as the platform reads them: lines of JSON on the standard output. What is worth
 * counting is decided in core's telemetry package.
 */
@NullMarked
package org.genaisummarizer.lambda.telemetry;

import org.jspecify.annotations.NullMarked;
