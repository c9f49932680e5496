/**
 * Batches of SQS messages: which are worked on when, and which are given back. What a message says
 * and what becomes of it is decided in core's queue package, for every host alike.
 */
@NullMarked
package org.genaisummarizer.lambda.sqs;

import org.jspecify.annotations.NullMarked;
