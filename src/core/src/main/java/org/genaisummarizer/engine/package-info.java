/**
 * The use case and its policies: what is tried, in which order, how often, how long, and what
 * counts as an answer. Plain blocking code for virtual threads; it imports no framework, no vendor
 * and no wire format, and takes time from a clock and a sleeper.
 */
@NullMarked
package org.genaisummarizer.engine;

import org.jspecify.annotations.NullMarked;
