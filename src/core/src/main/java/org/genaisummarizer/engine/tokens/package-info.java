/** Estimates of tokens. Exact counts are the providers' own, and come with their answers. */
@NullMarked
package org.genaisummarizer.engine.tokens;

import org.jspecify.annotations.NullMarked;
