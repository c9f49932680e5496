/**
 * The package of the Java worker's functions, loaded and called as the worker does it. What the
 * answers mean is tested in core and, for all hosts alike, in the conformance tests.
 */
package org.genaisummarizer.azurefunctions;
