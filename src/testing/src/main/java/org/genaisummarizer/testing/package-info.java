/**
 * Doubles and real parts for the tests of every module. Nothing here knows the service's own code.
 */
@NullMarked
package org.genaisummarizer.testing;

import org.jspecify.annotations.NullMarked;
