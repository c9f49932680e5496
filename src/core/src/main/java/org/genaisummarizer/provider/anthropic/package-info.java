/**
 * Anthropic's messages behind {@code CompletionProvider}. Only the provider is public; policy
 * (retry, fallback, rest) is not here.
 */
@NullMarked
package org.genaisummarizer.provider.anthropic;

import org.jspecify.annotations.NullMarked;
