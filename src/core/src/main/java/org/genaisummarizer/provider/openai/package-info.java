/**
 * OpenAI's chat completions behind {@code CompletionProvider}. Only the provider is public; policy
 * (retry, fallback, rest) is not here.
 */
@NullMarked
package org.genaisummarizer.provider.openai;

import org.jspecify.annotations.NullMarked;
