/**
 * The HTTP server: takes requests off the wire and puts answers on it. What they mean is decided in
 * core's api package.
 */
@NullMarked
package org.genaisummarizer.server;

import org.jspecify.annotations.NullMarked;
