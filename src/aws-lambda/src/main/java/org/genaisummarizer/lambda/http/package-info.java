/**
 * HTTP as API Gateway, function URLs and load balancers put it into events, and answers as they
 * take them. What a call means is decided in core's api package.
 */
@NullMarked
package org.genaisummarizer.lambda.http;

import org.jspecify.annotations.NullMarked;
