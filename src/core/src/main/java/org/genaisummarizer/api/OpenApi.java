package org.genaisummarizer.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The HTTP contract as an OpenAPI document, {@code openapi.yaml} beside this class. */
public final class OpenApi {

    /** RFC 9512. */
    private static final String MEDIA_TYPE = "application/yaml";

    private static final String RESOURCE = "openapi.yaml";

    private OpenApi() {}

    /** What its path answers. */
    public static HttpAnswer answer(String method) {
        if (!method.equals("GET")) {
            return ProblemJson.notAllowed("GET");
        }
        return new HttpAnswer(
                200,
                List.of(
                        new Header("Content-Type", MEDIA_TYPE),
                        new Header("Cache-Control", "max-age=3600")),
                document());
    }

    /** It is asked for seldom, so it is read when it is, and not kept. */
    private static byte[] document() {
        try (InputStream in = OpenApi.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the build must include " + RESOURCE);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of our own can be read", e);
        }
    }
}
