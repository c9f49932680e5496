package org.genaisummarizer.testing.redis;

import java.nio.file.Path;
import org.genaisummarizer.testing.Await;

/**
 * A master and its replica, and a sentinel that makes the replica master when the master is gone.
 */
public final class WatchedRedis implements AutoCloseable {

    private final RealRedis master;
    private final RealRedis replica;
    private final RealRedis sentinel;

    /**
     * @param folder for what the sentinel notes down
     * @param name that it has for the master
     */
    public WatchedRedis(Path folder, String name) {
        master = new RealRedis();
        replica = new RealRedis("--replicaof", "127.0.0.1", Integer.toString(master.port()));
        Await.until(
                "the replica follows",
                () -> replica.whole("INFO replication").contains("master_link_status:up"));
        sentinel = RealRedis.sentinel(folder, name, master);
        Await.until(
                "the sentinel knows the replica",
                () -> sentinel.whole("INFO sentinel").contains("slaves=1"));
    }

    /** Where the sentinel is. */
    public String address() {
        return "127.0.0.1:" + sentinel.port();
    }

    public RealRedis master() {
        return master;
    }

    public RealRedis replica() {
        return replica;
    }

    @Override
    public void close() {
        sentinel.close();
        replica.close();
        master.close();
    }
}
