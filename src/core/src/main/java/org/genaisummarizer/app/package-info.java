/**
 * Configuration and the wiring of all that it decides; the only package that sees all others. No
 * logic of its own.
 */
@NullMarked
package org.genaisummarizer.app;

import org.jspecify.annotations.NullMarked;
