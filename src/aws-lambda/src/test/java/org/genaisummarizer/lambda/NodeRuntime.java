package org.genaisummarizer.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.genaisummarizer.lambda.runtime.RuntimeApiServer;

/** AWS' own runtime client for Node, with a handler of {@code src/test/node}. */
public final class NodeRuntime implements AutoCloseable {

    private static final Path CODE = Path.of("src", "test", "node").toAbsolutePath();
    private static final Path CLIENT =
            Path.of("target", "node-tools", "node_modules", "aws-lambda-ric").toAbsolutePath();

    private final FunctionProcess process;

    private NodeRuntime(FunctionProcess process) {
        this.process = process;
    }

    /** Whether it was installed with all that it needs. */
    public static boolean isInstalled() {
        return Files.exists(CLIENT.resolve("dist").resolve("rapid-client.node"));
    }

    public static NodeRuntime start(String handler, RuntimeApiServer api) throws IOException {
        return new NodeRuntime(FunctionProcess.start(command(handler), api, Map.of()));
    }

    /** The client looks for handlers where it is started. */
    public static List<String> command(String handler) {
        return List.of(
                "env",
                "-C",
                CODE.toString(),
                "node",
                CLIENT.resolve("bin").resolve("index.mjs").toString(),
                handler);
    }

    @Override
    public void close() {
        process.close();
    }
}
