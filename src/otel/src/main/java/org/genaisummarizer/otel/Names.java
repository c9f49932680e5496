package org.genaisummarizer.otel;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/**
 * Attributes of spans: those of OpenTelemetry's semantic conventions for generative AI where it has
 * one, else of our own.
 */
final class Names {

    static final AttributeKey<String> OPERATION = AttributeKey.stringKey("gen_ai.operation.name");
    static final AttributeKey<String> PROVIDER = AttributeKey.stringKey("gen_ai.provider.name");
    static final AttributeKey<String> REQUEST_MODEL =
            AttributeKey.stringKey("gen_ai.request.model");
    static final AttributeKey<String> RESPONSE_MODEL =
            AttributeKey.stringKey("gen_ai.response.model");
    static final AttributeKey<List<String>> FINISH_REASONS =
            AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");
    static final AttributeKey<Long> INPUT_TOKENS =
            AttributeKey.longKey("gen_ai.usage.input_tokens");
    static final AttributeKey<Long> OUTPUT_TOKENS =
            AttributeKey.longKey("gen_ai.usage.output_tokens");
    static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey("summarizer.request.id");
    static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("summarizer.outcome");
    static final AttributeKey<String> CACHE = AttributeKey.stringKey("summarizer.cache");
    static final AttributeKey<Long> DOCUMENT_CHARS =
            AttributeKey.longKey("summarizer.document.chars");
    static final AttributeKey<Long> CHUNKS = AttributeKey.longKey("summarizer.chunks");
    static final AttributeKey<Long> CHUNK = AttributeKey.longKey("summarizer.chunk");
    static final AttributeKey<Double> COST = AttributeKey.doubleKey("summarizer.cost.usd");

    private Names() {}
}
