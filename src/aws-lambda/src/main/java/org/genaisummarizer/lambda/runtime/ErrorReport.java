package org.genaisummarizer.lambda.runtime;

import java.nio.charset.StandardCharsets;

/**
 * What the platform is told of a failure.
 *
 * @param type in the runtime API's form {@code Category.Reason}
 * @param message in our own words; never a setting's value, a document or a provider's text
 */
public record ErrorReport(String type, String message) {

    static final ErrorReport INTERNAL =
            new ErrorReport("Function.Internal", "the function failed; its log says where");

    public ErrorReport {
        if (!type.matches("[A-Za-z]+\\.[A-Za-z]+")) {
            throw new IllegalArgumentException("type must be written Category.Reason");
        }
    }

    byte[] json() {
        String escaped =
                message.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
        return ("{\"errorType\":\""
                        + type
                        + "\",\"errorMessage\":\""
                        + escaped
                        + "\",\"stackTrace\":[]}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
