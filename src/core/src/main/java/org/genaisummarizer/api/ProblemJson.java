package org.genaisummarizer.api;

import java.util.ArrayList;
import java.util.List;

/** A problem as callers get it: {@code application/problem+json}. */
public final class ProblemJson {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "urn:genai-summarizer:problem:";

    private ProblemJson() {}

    public static byte[] of(Problem problem) {
        return Json.bytes(
                json -> {
                    json.writeStartObject();
                    json.writeStringField("type", TYPES + problem.slug());
                    json.writeStringField("title", problem.title());
                    json.writeNumberField("status", problem.status());
                    json.writeStringField("detail", problem.detail());
                    if (!problem.extras().isEmpty()) {
                        json.writeRaw("," + problem.extras());
                    }
                    if (!problem.attempts().isEmpty()) {
                        SummaryJson.write(json, problem.attempts());
                    }
                    json.writeEndObject();
                });
    }

    /**
     * The answer to a method that the path does not take.
     *
     * @param allowed the one that it takes
     */
    static HttpAnswer notAllowed(String allowed) {
        HttpAnswer answer = answer(Problems.methodNotAllowed());
        List<Header> headers = new ArrayList<>(answer.headers());
        headers.add(new Header("Allow", allowed));
        return new HttpAnswer(answer.status(), headers, answer.body());
    }

    /** The whole answer. */
    public static HttpAnswer answer(Problem problem) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Content-Type", MEDIA_TYPE));
        headers.add(new Header("Cache-Control", "no-store"));
        Problems.retryAfter(problem)
                .ifPresent(seconds -> headers.add(new Header("Retry-After", seconds)));
        return new HttpAnswer(problem.status(), headers, of(problem));
    }
}
