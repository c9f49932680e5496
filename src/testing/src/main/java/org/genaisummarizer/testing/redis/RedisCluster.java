package org.genaisummarizer.testing.redis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.genaisummarizer.testing.Await;

/** Three masters that share the slots of keys. */
public final class RedisCluster implements AutoCloseable {

    private static final int SLOTS = 16_384;
    private static final int MASTERS = 3;

    private final List<RealRedis> masters = new ArrayList<>();

    /**
     * @param folder for what the nodes note down
     * @param settings for each node
     */
    public RedisCluster(Path folder, String... settings) {
        for (int i = 0; i < MASTERS; i++) {
            int port = RealRedis.freePort();
            List<String> own =
                    List.of(
                            "--cluster-enabled",
                            "yes",
                            "--cluster-node-timeout",
                            "2000",
                            "--cluster-config-file",
                            folder.resolve("nodes-" + port + ".conf").toString());
            masters.add(
                    new RealRedis(port, Stream.concat(own.stream(), Stream.of(settings)).toList()));
        }
        for (int i = 0; i < MASTERS; i++) {
            expectOk(masters.get(i).command(slots(i)));
            expectOk(
                    masters.get(i).command("CLUSTER", "SET-CONFIG-EPOCH", Integer.toString(i + 1)));
        }
        for (RealRedis master : masters.subList(1, MASTERS)) {
            String port = Integer.toString(masters.getFirst().port());
            expectOk(master.command("CLUSTER", "MEET", "127.0.0.1", port));
        }
        Await.until(
                "the nodes know each other",
                () -> masters.stream().allMatch(RedisCluster::isReady));
    }

    private static String[] slots(int master) {
        return Stream.concat(
                        Stream.of("CLUSTER", "ADDSLOTS"),
                        IntStream.range(SLOTS * master / MASTERS, SLOTS * (master + 1) / MASTERS)
                                .mapToObj(Integer::toString))
                .toArray(String[]::new);
    }

    private static void expectOk(String answer) {
        if (!answer.equals("+OK")) {
            throw new IllegalStateException(answer);
        }
    }

    private static boolean isReady(RealRedis master) {
        String info = master.whole("CLUSTER INFO");
        return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:" + MASTERS);
    }

    /** Gives an empty slot to another master; the two of them know, the third hears of it. */
    public void move(String slot, int from, int to) {
        String id = masters.get(to).whole("CLUSTER MYID").split("\r\n", -1)[1];
        expectOk(masters.get(to).command("CLUSTER", "SETSLOT", slot, "NODE", id));
        expectOk(masters.get(from).command("CLUSTER", "SETSLOT", slot, "NODE", id));
    }

    public List<RealRedis> masters() {
        return List.copyOf(masters);
    }

    /** Its hosts, with commas between. */
    public String addresses() {
        return masters.stream()
                .map(master -> "127.0.0.1:" + master.port())
                .collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        masters.forEach(RealRedis::close);
    }
}
