/**
 * What tests of queues put into them and count at the end. Queues themselves, and who polls them,
 * belong to the tests of their hosts.
 */
@NullMarked
package org.genaisummarizer.testing.queue;

import org.jspecify.annotations.NullMarked;
