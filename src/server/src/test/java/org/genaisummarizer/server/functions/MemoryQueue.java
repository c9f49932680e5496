package org.genaisummarizer.server.functions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** A storage queue in this process. */
final class MemoryQueue implements StorageQueue {

    private final Deque<Stored> messages = new ArrayDeque<>();

    @Override
    public synchronized void put(String body) {
        messages.add(new Stored(UUID.randomUUID().toString(), "", 0, body));
    }

    @Override
    public synchronized List<Stored> take(int most) {
        List<Stored> taken = new ArrayList<>();
        while (taken.size() < most && !messages.isEmpty()) {
            Stored next = messages.remove();
            taken.add(new Stored(next.id(), "taken", next.deliveries() + 1, next.body()));
        }
        return taken;
    }

    @Override
    public void delete(Stored message) {
        // It was taken out already.
    }

    @Override
    public synchronized void show(Stored message) {
        messages.add(message);
    }

    /** As if what is in it had not been delivered yet. */
    synchronized void forgetDeliveries() {
        List<Stored> all = List.copyOf(messages);
        messages.clear();
        all.forEach(message -> put(message.body()));
    }

    /** Bodies of all that are in it. */
    synchronized List<String> bodies() {
        return messages.stream().map(Stored::body).toList();
    }
}
