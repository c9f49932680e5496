package org.genaisummarizer.server.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the app is deployed with: {@code infra/azure/custom-handler}, as a host reads it.
 *
 * @param root with {@code host.json}
 */
record FunctionFolder(Path root) {

    private static final JsonMapper MAPPER = new JsonMapper();

    static final FunctionFolder DEPLOYED =
            new FunctionFolder(
                    Path.of("..", "..", "infra", "azure", "custom-handler").toAbsolutePath());

    /** A function with a trigger of a queue. */
    record QueueTriggered(
            String name, String binding, String queue, Map<String, String> queuesByOutput) {}

    int maxDequeueCount() {
        return host().path("extensions").path("queues").path("maxDequeueCount").asInt();
    }

    /** Messages that an instance works on: it asks for more before the last ones are done. */
    int mostAtOnce() {
        JsonNode queues = host().path("extensions").path("queues");
        return queues.path("batchSize").asInt() + queues.path("newBatchThreshold").asInt();
    }

    private JsonNode host() {
        return read(root.resolve("host.json"));
    }

    QueueTriggered queueTriggered() {
        try (var folders = Files.list(root)) {
            return folders.map(folder -> folder.resolve("function.json"))
                    .filter(Files::isRegularFile)
                    .map(FunctionFolder::queueTriggered)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<QueueTriggered> queueTriggered(Path file) {
        Map<String, String> outputs = new HashMap<>();
        Optional<JsonNode> trigger = Optional.empty();
        for (JsonNode binding : read(file).path("bindings")) {
            switch (binding.path("type").asText()) {
                case "queueTrigger" -> trigger = Optional.of(binding);
                case "queue" ->
                        outputs.put(
                                binding.path("name").asText(), binding.path("queueName").asText());
                default -> {
                    // of no concern to queues
                }
            }
        }
        String name = String.valueOf(file.getParent().getFileName());
        return trigger.map(
                found ->
                        new QueueTriggered(
                                name,
                                found.path("name").asText(),
                                found.path("queueName").asText(),
                                Map.copyOf(outputs)));
    }

    private static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
