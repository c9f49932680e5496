/** A client of the server for people at a terminal. The server knows nothing of it. */
package org.genaisummarizer.server.client;
