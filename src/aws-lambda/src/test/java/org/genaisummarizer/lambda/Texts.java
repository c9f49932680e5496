package org.genaisummarizer.lambda;

/** Documents to summarize. */
public final class Texts {

    private static final String BODY =
            """
            The harbour board met on Tuesday to decide what becomes of the old lighthouse. \
            Its lamp has been dark since 1998, and the stair inside is no longer safe. \
            Two proposals were before the board. \
            The first would turn the tower into a museum of the town's fishing fleet. \
            The second would sell it to a hotel, which would keep the outside as it is. \
            Repairs are put at four hundred thousand euros in either case. \
            A vote was put off until the engineers have looked at the foundations. \
            Until then the path around the tower stays closed to walkers.""";

    private Texts() {}

    /** A document that no other number has. */
    public static String numbered(int number) {
        return "This is report number " + number + " of the harbour office. " + BODY;
    }

    /** An event of a function URL, for that document and with these header fields. */
    public static String event(String text, String accept) {
        return """
        {"version":"2.0","routeKey":"$default","rawPath":"/v1/summaries","rawQueryString":"max_words=20",\
        "headers":{"content-type":"text/plain","accept":"%s"},\
        "requestContext":{"http":{"method":"POST","path":"/v1/summaries"},"stage":"$default"},\
        "body":"%s","isBase64Encoded":false}"""
                .formatted(accept, text);
    }
}
