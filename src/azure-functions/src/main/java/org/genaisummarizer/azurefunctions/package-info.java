/**
 * The functions for Azure's Java worker: from its messages to core's api and azure packages and
 * back. What a request means is decided there; how the worker finds and calls functions is
 * Quarkus'.
 */
@NullMarked
package org.genaisummarizer.azurefunctions;

import org.jspecify.annotations.NullMarked;
