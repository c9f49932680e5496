package org.genaisummarizer.server.functions;

import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueClientBuilder;
import com.azure.storage.queue.models.QueueMessageItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A storage queue behind Azure's own client. */
final class AzureQueue implements StorageQueue {

    private static final Duration HIDDEN = Duration.ofMinutes(5);

    /** A fifteenth of what is deployed, so that an outage of seconds stands for one of a minute. */
    private static final Duration VISIBLE_AFTER = Duration.ofSeconds(2);

    private static final int MOST_OF_A_CALL = 32;

    /** It warns of each request that the JDK writes a field of it. Held, or it is forgotten. */
    private static final Logger HTTP = Logger.getLogger("com.azure.core.http.jdk.httpclient");

    static {
        HTTP.setLevel(Level.SEVERE);
    }

    private final QueueClient client;

    AzureQueue(String connectionString, String name) {
        client =
                new QueueClientBuilder()
                        .connectionString(connectionString)
                        .queueName(name)
                        .buildClient();
        client.createIfNotExists();
    }

    @Override
    public void put(String body) {
        client.sendMessage(body);
    }

    @Override
    public List<Stored> take(int most) {
        return client.receiveMessages(most, HIDDEN, null, null).stream()
                .map(AzureQueue::stored)
                .toList();
    }

    private static Stored stored(QueueMessageItem item) {
        return new Stored(
                item.getMessageId(),
                item.getPopReceipt(),
                item.getDequeueCount(),
                item.getBody().toString());
    }

    @Override
    public void delete(Stored message) {
        client.deleteMessage(message.id(), message.receipt());
    }

    @Override
    public void show(Stored message) {
        client.updateMessage(message.id(), message.receipt(), message.body(), VISIBLE_AFTER);
    }

    /** Whether nothing is in it, visible or not. */
    boolean isEmpty() {
        return client.getProperties().getApproximateMessagesCount() == 0;
    }

    /** Bodies of all that is in it, which nobody else sees for a while. */
    List<String> takeAll() {
        List<String> bodies = new ArrayList<>();
        for (List<Stored> some = take(MOST_OF_A_CALL);
                !some.isEmpty();
                some = take(MOST_OF_A_CALL)) {
            some.forEach(message -> bodies.add(message.body()));
        }
        return bodies;
    }
}
