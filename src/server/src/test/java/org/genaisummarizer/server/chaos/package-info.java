/**
 * What goes wrong around the service, played against the built binary: faults of providers, of
 * callers and of Redis, each with what must come of it all the same. Nothing here looks inside.
 */
@NullMarked
package org.genaisummarizer.server.chaos;

import org.jspecify.annotations.NullMarked;
