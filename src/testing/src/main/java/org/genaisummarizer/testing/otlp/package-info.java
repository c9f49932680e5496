/** Receives traces as a collector does. Nothing that sends them belongs here. */
@NullMarked
package org.genaisummarizer.testing.otlp;

import org.jspecify.annotations.NullMarked;
