/**
 * The built-in summarizer: it picks sentences of the document. Nothing here calls out, loads a
 * model or draws at random.
 */
@NullMarked
package org.genaisummarizer.provider.extractive;

import org.jspecify.annotations.NullMarked;
