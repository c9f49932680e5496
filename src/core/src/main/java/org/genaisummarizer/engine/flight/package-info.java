/**
 * Equal requests in flight share one making. Who may share, and what is made, is decided by the
 * engine.
 */
@NullMarked
package org.genaisummarizer.engine.flight;

import org.jspecify.annotations.NullMarked;
