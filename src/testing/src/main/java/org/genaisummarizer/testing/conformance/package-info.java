/**
 * What every host of the HTTP contract must answer, as a table, for hosts' own tests to run
 * through. How a host is started and reached, and what only one of them can do, is tested beside
 * it.
 */
@NullMarked
package org.genaisummarizer.testing.conformance;

import org.jspecify.annotations.NullMarked;
