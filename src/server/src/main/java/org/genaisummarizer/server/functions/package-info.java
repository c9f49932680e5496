/**
 * How the server is a custom handler of Azure Functions: where it listens then, what an invocation
 * of the queue's function looks like and how it is answered. What becomes of a message is decided
 * in core's azure package, and HTTP comes through the Functions host as it comes from anybody.
 */
@NullMarked
package org.genaisummarizer.server.functions;

import org.jspecify.annotations.NullMarked;
