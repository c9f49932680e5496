package org.genaisummarizer.testing.provider;

import java.util.ArrayList;
import java.util.List;

/**
 * The two formats of a completion's stream. The pieces of an answer: {@link #headPieces}, one a
 * text, {@link #endPieces}.
 */
public enum Dialect {

    /** OpenAI's chat completions. */
    OPENAI("/v1/chat/completions", 1, 3, "stop", "length", "content_filter") {
        @Override
        public List<String> pieces(List<String> texts, String reason, long input, long output) {
            List<String> pieces = new ArrayList<>();
            pieces.add(chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null", "null"));
            for (String text : texts) {
                pieces.add(chunk("{\"content\":" + quoted(text) + "}", "null", "null"));
            }
            pieces.add(chunk("{}", quoted(reason), "null"));
            pieces.add(
                    data(
                            "{\"model\":\""
                                    + MODEL
                                    + "\",\"choices\":[],\"usage\":{\"prompt_tokens\":"
                                    + input
                                    + ",\"completion_tokens\":"
                                    + output
                                    + ",\"total_tokens\":"
                                    + (input + output)
                                    + "}}"));
            pieces.add(data("[DONE]"));
            return pieces;
        }

        private String chunk(String delta, String reason, String usage) {
            return data(
                    "{\"model\":\""
                            + MODEL
                            + "\",\"choices\":[{\"index\":0,\"delta\":"
                            + delta
                            + ",\"finish_reason\":"
                            + reason
                            + "}],\"usage\":"
                            + usage
                            + "}");
        }
    },

    /** Anthropic's messages. */
    ANTHROPIC("/v1/messages", 2, 3, "end_turn", "max_tokens", "refusal") {
        @Override
        public List<String> pieces(List<String> texts, String reason, long input, long output) {
            List<String> pieces = new ArrayList<>();
            pieces.add(
                    event(
                            "message_start",
                            "\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\""
                                    + MODEL
                                    + "\",\"content\":[],\"stop_reason\":null,\"usage\":{\"input_tokens\":"
                                    + input
                                    + ",\"output_tokens\":1}}"));
            pieces.add(
                    event(
                            "content_block_start",
                            "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"));
            for (String text : texts) {
                pieces.add(
                        event(
                                "content_block_delta",
                                "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
                                        + quoted(text)
                                        + "}"));
            }
            pieces.add(event("content_block_stop", "\"index\":0"));
            pieces.add(
                    event(
                            "message_delta",
                            "\"delta\":{\"stop_reason\":"
                                    + quoted(reason)
                                    + ",\"stop_sequence\":null},\"usage\":{\"output_tokens\":"
                                    + output
                                    + "}"));
            pieces.add("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
            return pieces;
        }

        private String event(String name, String members) {
            return "event: " + name + "\ndata: {\"type\":\"" + name + "\"," + members + "}\n\n";
        }
    };

    /** The model that every answer says it is from. */
    public static final String MODEL = "double-1";

    private final String path;
    private final int headPieces;
    private final int endPieces;
    private final String stop;
    private final String length;
    private final String rejected;

    Dialect(
            String path,
            int headPieces,
            int endPieces,
            String stop,
            String length,
            String rejected) {
        this.path = path;
        this.headPieces = headPieces;
        this.endPieces = endPieces;
        this.stop = stop;
        this.length = length;
        this.rejected = rejected;
    }

    /** The events of a whole answer, as they stand in the body. */
    public abstract List<String> pieces(List<String> texts, String reason, long input, long output);

    /** A whole streamed answer. */
    public Reply answer(List<String> texts, String reason, long input, long output) {
        return Reply.stream(pieces(texts, reason, input, output)).billing(input, output);
    }

    /** A whole answer with 10 input and as many output tokens as there are texts. */
    public Reply answer(String... texts) {
        return answer(List.of(texts), stop, 10, texts.length);
    }

    /** The step with the first text, HTTP's head being step 0. */
    public int firstText() {
        return 1 + headPieces;
    }

    public String path() {
        return path;
    }

    /** Pieces after the last text, HTTP's own end aside. */
    public int endPieces() {
        return endPieces;
    }

    public String stop() {
        return stop;
    }

    public String length() {
        return length;
    }

    public String rejected() {
        return rejected;
    }

    /** Words of an answer, one piece each. */
    public static String[] words(int count) {
        return words("word", count);
    }

    /**
     * @param stem that every word begins with
     */
    public static String[] words(String stem, int count) {
        String[] words = new String[count];
        for (int i = 0; i < count; i++) {
            words[i] = (i == 0 ? "" : " ") + stem + i;
        }
        return words;
    }

    static String data(String json) {
        return "data: " + json + "\n\n";
    }

    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                default -> json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
