/**
 * The words sent to a language model. What is done with the answer, and who is asked, is not known
 * here.
 */
@NullMarked
package org.genaisummarizer.engine.prompt;

import org.jspecify.annotations.NullMarked;
