/**
 * The server as a custom handler, under a Functions host of our own that does what Azure's does: it
 * starts the server, polls until it answers, passes HTTP on, and hands messages of a queue out.
 */
package org.genaisummarizer.server.functions;
