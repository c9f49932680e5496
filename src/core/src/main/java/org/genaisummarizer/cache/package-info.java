/**
 * What is kept between requests, in the process and in Redis: summaries, leases, idempotency keys,
 * results. It decides neither what may be kept nor for how long, and it never fails a request.
 */
@NullMarked
package org.genaisummarizer.cache;

import org.jspecify.annotations.NullMarked;
