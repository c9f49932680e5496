/**
 * The decorator that gives any provider its circuit breaker and bulkhead. It knows no vendor and
 * repeats no call.
 */
@NullMarked
package org.genaisummarizer.provider.guard;

import org.jspecify.annotations.NullMarked;
