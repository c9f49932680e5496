/**
 * A provider of completions that does what a script says, down to the byte, and keeps a ledger of
 * what it was asked.
 */
@NullMarked
package org.genaisummarizer.testing.provider;

import org.jspecify.annotations.NullMarked;
