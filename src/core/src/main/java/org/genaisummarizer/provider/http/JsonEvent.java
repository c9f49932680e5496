package org.genaisummarizer.provider.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.genaisummarizer.engine.port.ProviderException;
import org.genaisummarizer.model.Failure;

/** Reads the data of an event, which both formats have as a JSON object. */
public final class JsonEvent {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonEvent() {}

    /**
     * @throws ProviderException if it is no JSON object
     */
    public static JsonNode parse(String data) throws ProviderException {
        try {
            JsonNode event = JSON.readTree(data);
            if (event != null && event.isObject()) {
                return event;
            }
        } catch (JsonProcessingException e) {
            // its message quotes the data
        }
        throw new ProviderException(new Failure.Unusable("not-json"));
    }
}
