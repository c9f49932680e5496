/** Certificates that tests make for themselves. Nothing that is trusted outside of a test. */
@NullMarked
package org.genaisummarizer.testing.tls;

import org.jspecify.annotations.NullMarked;
