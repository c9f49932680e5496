/**
 * One small interface for each thing outside the engine. No implementation lives here, and none of
 * a vendor's words appear.
 */
@NullMarked
package org.genaisummarizer.engine.port;

import org.jspecify.annotations.NullMarked;
