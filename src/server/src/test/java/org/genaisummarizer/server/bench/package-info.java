/**
 * What the built server costs: time, processor, memory. Run by {@code make bench}, never by {@code
 * make test}, because a figure is no verdict.
 */
package org.genaisummarizer.server.bench;
