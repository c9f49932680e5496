/**
 * The ports' stores in Redis, shared by all processes, each within the time that a request can
 * spare for it. Nothing of what a request means belongs here.
 */
@NullMarked
package org.genaisummarizer.cache.redis;

import org.jspecify.annotations.NullMarked;
