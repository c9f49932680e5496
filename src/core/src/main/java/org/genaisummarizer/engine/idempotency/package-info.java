/**
 * Requests that carry an Idempotency-Key: done once, told the same again. How a request is done is
 * not known here.
 */
@NullMarked
package org.genaisummarizer.engine.idempotency;

import org.jspecify.annotations.NullMarked;
