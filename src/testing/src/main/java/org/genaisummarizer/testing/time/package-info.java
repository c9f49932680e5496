/** Time that tests move by hand. */
@NullMarked
package org.genaisummarizer.testing.time;

import org.jspecify.annotations.NullMarked;
