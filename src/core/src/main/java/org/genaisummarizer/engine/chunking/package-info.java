/**
 * Where a text is cut, and into how many pieces. What is done with the pieces, and what a model has
 * room for, is not known here.
 */
@NullMarked
package org.genaisummarizer.engine.chunking;

import org.jspecify.annotations.NullMarked;
