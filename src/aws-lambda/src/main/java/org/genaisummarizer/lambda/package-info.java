/**
 * The function as a whole: which handler it is, how it starts and how it says why it does not. What
 * handlers do is in the packages below.
 */
@NullMarked
package org.genaisummarizer.lambda;

import org.jspecify.annotations.NullMarked;
