package org.genaisummarizer.server.functions;

import java.util.List;

/** What a host asks of a storage queue. */
interface StorageQueue {

    void put(String body);

    /** Takes up to so many, which nobody else gets meanwhile. */
    List<Stored> take(int most);

    void delete(Stored message);

    /** Makes it visible again at once, which a host's visibility timeout does later. */
    void show(Stored message);
}
