/** A real Redis for tests, in every state that one can be in. No client of ours belongs here. */
@NullMarked
package org.genaisummarizer.testing.redis;

import org.jspecify.annotations.NullMarked;
