/**
 * One completion over the route: which provider is called, how often again, after which pause, and
 * what counts as an answer. What the completion is for (a whole summary, a part of a long document)
 * is not known here.
 */
@NullMarked
package org.genaisummarizer.engine.attempt;

import org.jspecify.annotations.NullMarked;
