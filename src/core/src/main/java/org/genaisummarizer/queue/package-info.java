/**
 * What becomes of a queued document: what it asks for is made, and the result is kept and sent. How
 * messages come, go back and are put aside belongs to the host that reads the queue.
 */
@NullMarked
package org.genaisummarizer.queue;

import org.jspecify.annotations.NullMarked;
