package org.genaisummarizer.api;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Deadline;
import org.genaisummarizer.model.Document;
import org.genaisummarizer.model.IdempotencyKey;
import org.genaisummarizer.model.SummaryRequest;

/** Turns a call into the request for a summary, or says what is wrong with it. */
final class RequestReader {

    private static final Map<String, UnaryOperator<String>> DOCUMENTS =
            Map.of(
                    "text/plain",
                    text -> text,
                    "text/markdown",
                    text -> text,
                    "text/html",
                    HtmlText::of);
    private static final String JSON = "application/json";
    private static final Set<String> TEXT = Set.of("text");

    private final long mostBytes;
    private final Supplier<String> ids;

    /**
     * @param mostBytes of a body
     * @param ids names requests
     */
    RequestReader(long mostBytes, Supplier<String> ids) {
        this.mostBytes = mostBytes;
        this.ids = ids;
    }

    /**
     * @param metadata the caller's own, as JSON
     */
    record Read(SummaryRequest request, Optional<String> metadata) {}

    Read post(HttpCall call, Caller caller, Deadline deadline) throws ProblemException {
        if (call.body().length > mostBytes) {
            throw new ProblemException(Problems.tooLarge(mostBytes));
        }
        Optional<String> field = call.fields().first("Content-Type");
        if (field.isEmpty()) {
            throw new ProblemException(Problems.unsupportedMediaType());
        }
        MediaType type = MediaType.parse(field.get());
        if (type.name().equals(JSON)) {
            Query.parse(call.query(), Set.of()).requireNone();
            JsonBody body = JsonBody.read(Text.decode(call.body(), type.charset()));
            return read(call, body.text(), body.fields(), caller, deadline);
        }
        UnaryOperator<String> reduction = DOCUMENTS.get(type.name());
        if (reduction == null) {
            throw new ProblemException(Problems.unsupportedMediaType());
        }
        Fields fields = Query.parse(call.query(), Set.of()).fields();
        return read(
                call,
                reduction.apply(Text.decode(call.body(), type.charset())),
                fields,
                caller,
                deadline);
    }

    /** {@code GET /summarize?text=…}. */
    Read get(HttpCall call, Caller caller, Deadline deadline) throws ProblemException {
        Query query = Query.parse(call.query(), TEXT);
        String text =
                query.get("text")
                        .orElseThrow(
                                () -> new ProblemException(Problems.invalid("text must be given")));
        return read(call, text, query.fields(), caller, deadline);
    }

    private Read read(HttpCall call, String text, Fields fields, Caller caller, Deadline deadline)
            throws ProblemException {
        Optional<IdempotencyKey> key = idempotencyKey(call);
        SummaryRequest request =
                new SummaryRequest(
                        ids.get(),
                        document(text),
                        fields.options(),
                        caller,
                        deadline,
                        CacheControl.parse(call.fields().joined("Cache-Control")),
                        key,
                        TraceFields.parent(call.fields()));
        return new Read(request, fields.metadata());
    }

    static Document document(String text) throws ProblemException {
        try {
            return Document.of(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problems.invalid(String.valueOf(e.getMessage())));
        }
    }

    private static Optional<IdempotencyKey> idempotencyKey(HttpCall call) throws ProblemException {
        Optional<String> field =
                call.fields().first("Idempotency-Key").map(RequestReader::unquoted);
        try {
            return field.map(IdempotencyKey::new);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problems.badRequest(String.valueOf(e.getMessage())));
        }
    }

    /** The draft has a quoted string (RFC 8941); most clients send the bare value. */
    private static String unquoted(String field) {
        String text = field.strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
