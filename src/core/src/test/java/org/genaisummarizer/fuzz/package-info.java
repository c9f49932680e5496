/** Inputs that once were trouble, or could have been. The targets stand beside what they aim at. */
@NullMarked
package org.genaisummarizer.fuzz;

import org.jspecify.annotations.NullMarked;
