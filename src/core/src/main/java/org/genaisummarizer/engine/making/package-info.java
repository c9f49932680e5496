/**
 * How a summary is made: in one call or in parts, stored, shared between processes, stood in for.
 * Each step is a {@link Maker} around another. Which provider is called and how often is decided in
 * the attempt package.
 */
@NullMarked
package org.genaisummarizer.engine.making;

import org.jspecify.annotations.NullMarked;
