package org.genaisummarizer.server.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.genaisummarizer.server.functions.FunctionFolder.QueueTriggered;

/**
 * The host's listener of one queue: hands messages out, puts outputs where their bindings say,
 * gives back what failed, and moves to the poison queue what failed too often.
 */
final class QueueListener {

    private static final FunctionFolder APP = FunctionFolder.DEPLOYED;

    private final FunctionsHost host;
    private final QueueTriggered function = APP.queueTriggered();
    private final Map<String, ? extends StorageQueue> queues;
    private final AtomicInteger givenBack = new AtomicInteger();
    private final AtomicInteger timedOut = new AtomicInteger();

    /**
     * @param queues by their names, as bindings have them
     */
    QueueListener(FunctionsHost host, Map<String, ? extends StorageQueue> queues) {
        this.host = host;
        this.queues = queues;
    }

    /** Works on a batch, side by side. Returns how many there were. */
    int poll() throws InterruptedException {
        return poll(message -> false);
    }

    /**
     * @param isForgotten which messages are not deleted although they are done, as happens when a
     *     host dies in between
     */
    int poll(Predicate<Stored> isForgotten) throws InterruptedException {
        List<Stored> batch = queue(function.queue()).take(APP.mostAtOnce());
        List<Thread> threads =
                batch.stream()
                        .map(message -> Thread.ofVirtual().start(() -> work(message, isForgotten)))
                        .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        return batch.size();
    }

    private void work(Stored message, Predicate<Stored> isForgotten) {
        StorageQueue queue = queue(function.queue());
        if (isDone(message)) {
            if (isForgotten.test(message)) {
                queue.show(message);
            } else {
                queue.delete(message);
            }
        } else if (message.deliveries() >= APP.maxDequeueCount()) {
            queue(function.queue() + "-poison").put(message.body());
            queue.delete(message);
        } else {
            givenBack.incrementAndGet();
            queue.show(message);
        }
    }

    private boolean isDone(Stored message) {
        Form[] forms = Form.values();
        // One form for all deliveries of a message: a host knows but one.
        Form form = forms[Math.floorMod(message.id().hashCode(), forms.length)];
        HttpResponse<String> answer =
                host.invoke(function.name(), invocation(function.binding(), message, form));
        if (answer.statusCode() / 100 != 2) {
            return false;
        }
        if (answer.body().isEmpty()) {
            timedOut.incrementAndGet();
            return false;
        }
        JsonNode outputs = Form.parsed(answer.body()).path("Outputs");
        function.queuesByOutput()
                .forEach(
                        (output, name) -> {
                            if (outputs.path(output).isTextual()) {
                                queue(name).put(outputs.path(output).asText());
                            }
                        });
        return true;
    }

    /**
     * A message that is an object lends the host's properties its members, as happens on Azure:
     * with an {@code id} of its own it hides the queue's.
     */
    static String invocation(String binding, Stored message, Form form) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        ObjectNode metadata = nodes.objectNode();
        metadata.set("DequeueCount", form.write(message.deliveries()));
        metadata.set("Id", form.write(message.id()));
        metadata.set("InsertionTime", form.write("2026-11-29T12:00:00+00:00"));
        metadata.set("PopReceipt", form.write(message.receipt()));
        JsonNode parsed = Form.OBJECT.write(message.body());
        parsed.properties()
                .forEach(
                        member -> {
                            if (member.getValue().isTextual()) {
                                String name = member.getKey().equals("id") ? "Id" : member.getKey();
                                metadata.set(name, form.write(member.getValue().asText()));
                            }
                        });
        ObjectNode invocation = nodes.objectNode();
        invocation.putObject("Data").set(binding, form.write(message.body()));
        invocation.set("Metadata", metadata);
        return invocation.toString();
    }

    private StorageQueue queue(String name) {
        StorageQueue queue = queues.get(name);
        if (queue == null) {
            throw new AssertionError("there is no queue " + name);
        }
        return queue;
    }

    int givenBack() {
        return givenBack.get();
    }

    /** Invocations that were answered with nothing, which leaves them open on Azure. */
    int timedOut() {
        return timedOut.get();
    }
}
