package org.genaisummarizer.testing.queue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genaisummarizer.testing.provider.Dialect;
import org.genaisummarizer.testing.provider.Received;
import org.genaisummarizer.testing.provider.Reply;
import org.genaisummarizer.testing.provider.ScriptedProvider;

/**
 * Messages that wait in a queue: numbered documents, some of them twice, the last of them refused
 * by the provider, and messages that can never succeed.
 *
 * @param documents how many different ones
 * @param duplicates how many of them are there a second time
 * @param rejected how many of the last ones the provider refuses
 * @param poison bodies that can never succeed, with the reason
 * @param eachPoison how often each of these is there
 * @param text of the document with a number, which it says as "report number 7 of"
 */
public record Backlog(
        int documents,
        int duplicates,
        int rejected,
        Map<String, String> poison,
        int eachPoison,
        IntFunction<String> text) {

    private static final Pattern NUMBER = Pattern.compile("report number ([0-9]+) of");
    private static final int DUPLICATE_OF_EACH = 7;

    public Backlog {
        poison = Map.copyOf(poison);
    }

    /** All messages, in an order that is the same each time for the same poison. */
    public List<String> bodies() {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            bodies.add(body(i));
        }
        for (int i = 0; i < duplicates; i++) {
            bodies.add(body(i * DUPLICATE_OF_EACH));
        }
        poison.keySet().forEach(each -> bodies.addAll(Collections.nCopies(eachPoison, each)));
        Collections.shuffle(bodies, new Random(1));
        return bodies;
    }

    private String body(int number) {
        return "{\"id\":\"doc-%d\",\"max_words\":20,\"text\":\"%s\"}"
                .formatted(number, text.apply(number));
    }

    /** The number of the document that a message or a call to a provider holds. */
    public static int number(String holder) {
        Matcher number = NUMBER.matcher(holder);
        if (!number.find()) {
            throw new AssertionError("a document without a number");
        }
        return Integer.parseInt(number.group(1));
    }

    /** What the provider says: the last documents are refused. */
    public Reply answer(Received request) {
        int number = number(request.body());
        return number >= documents - rejected
                ? Dialect.OPENAI.answer(List.of("No"), Dialect.OPENAI.rejected(), 10, 1)
                : Dialect.OPENAI.answer("Report ", "number ", number + ".");
    }

    /**
     * Whether the deletion of a message is to be lost: of one in so many, and only of those whose
     * success is kept, because what a provider refused is asked again.
     */
    public boolean isForgotten(String messageId, String body, int oneIn) {
        return Math.floorMod(messageId.hashCode(), oneIn) == 0
                && NUMBER.matcher(body).find()
                && number(body) < documents - rejected;
    }

    /** How many answers the provider gave for each document. */
    public static Map<Integer, Integer> paid(ScriptedProvider provider) {
        Map<Integer, Integer> answers = new TreeMap<>();
        for (Received received : provider.received()) {
            if (received.wasAnswered()) {
                answers.merge(number(received.body()), 1, Integer::sum);
            }
        }
        return answers;
    }

    /** How many messages are to be put aside for each reason. */
    public Map<String, Integer> reasons() {
        Map<String, Integer> reasons = new TreeMap<>();
        poison.values().forEach(reason -> reasons.merge(reason, eachPoison, Integer::sum));
        reasons.put("content-rejected", rejected);
        return reasons;
    }
}
