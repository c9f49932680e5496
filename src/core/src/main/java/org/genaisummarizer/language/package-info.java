/**
 * What can be told of a text without a model: its language and its words. No summarizing happens
 * here.
 */
@NullMarked
package org.genaisummarizer.language;

import org.jspecify.annotations.NullMarked;
