package org.genaisummarizer.cache;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.genaisummarizer.engine.port.ResultStore;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Summary;

/** Results in the memory of this process, for a service that runs alone. */
public final class MemoryResultStore implements ResultStore {

    private final ByteBoundedMap<Key, Summary> map;
    private final Duration timeToLive;

    private record Key(String tenant, String id) {}

    public MemoryResultStore(long mostBytes, Duration timeToLive, Clock clock) {
        this.map = new ByteBoundedMap<>(mostBytes, MemoryCache::weight, clock);
        this.timeToLive = timeToLive;
    }

    @Override
    public void store(Caller caller, String id, Summary summary) {
        map.put(new Key(caller.tenant(), id), summary, timeToLive);
    }

    @Override
    public Optional<Summary> find(Caller caller, String id) {
        return map.get(new Key(caller.tenant(), id));
    }
}
