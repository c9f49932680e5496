package org.genaisummarizer.provider.http;

/**
 * One event of a stream.
 *
 * @param name {@code message} where the stream gives none
 */
public record ServerSentEvent(String name, String data) {

    @Override
    public String toString() {
        return "ServerSentEvent[" + name + ", " + data.length() + " chars]";
    }
}
