/**
 * What a model has room for, and what is sent to it of a document that it has no room for: into how
 * many calls, or which part. No call is made here.
 */
@NullMarked
package org.genaisummarizer.engine.planning;

import org.jspecify.annotations.NullMarked;
