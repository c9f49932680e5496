/**
 * What is said about documents, options, summaries, usage and failures: records and sealed types
 * that refuse what is invalid. Nothing here does I/O, reads a clock or knows a vendor, a host or a
 * framework.
 */
@NullMarked
package org.genaisummarizer.model;

import org.jspecify.annotations.NullMarked;
