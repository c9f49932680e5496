package org.genaisummarizer.api;

import java.util.Optional;
import java.util.regex.Pattern;
import org.genaisummarizer.model.Document;
import org.genaisummarizer.model.SummaryOptions;

/**
 * A queued document: the JSON body of {@code POST /v1/summaries} plus {@code id}, under which the
 * result is kept.
 *
 * @param metadata the sender's own, as JSON
 */
public record QueueMessage(
        Optional<String> id, Document document, SummaryOptions options, Optional<String> metadata) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    /**
     * @throws ProblemException if it can never be worked on
     */
    public static QueueMessage parse(String json, long mostBytes) throws ProblemException {
        // A character has at least one byte, so this refuses nothing that is small enough.
        if (json.length() > mostBytes) {
            throw new ProblemException(Problems.tooLarge(mostBytes));
        }
        JsonBody body = JsonBody.readMessage(json);
        if (body.id().isPresent() && !isId(body.id().get())) {
            throw new ProblemException(
                    Problems.invalid("id must be 1 to 128 letters, digits, '.', '_' or '-'"));
        }
        return new QueueMessage(
                body.id(),
                RequestReader.document(body.text()),
                body.fields().options(),
                body.fields().metadata());
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
