package org.genaisummarizer.azurefunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A function as the package declares it.
 *
 * @param entryPoint class and method
 * @param bindings by their names
 */
record FunctionJson(String entryPoint, String scriptFile, Map<String, JsonNode> bindings) {

    private static final JsonMapper MAPPER = new JsonMapper();

    static FunctionJson read(Path folder) throws IOException {
        JsonNode function = MAPPER.readTree(folder.resolve("function.json").toFile());
        Map<String, JsonNode> bindings = new HashMap<>();
        function.path("bindings")
                .forEach(binding -> bindings.put(binding.path("name").asText(), binding));
        return new FunctionJson(
                function.path("entryPoint").asText(),
                function.path("scriptFile").asText(),
                bindings);
    }

    String className() {
        return entryPoint.substring(0, entryPoint.lastIndexOf('.'));
    }

    String methodName() {
        return entryPoint.substring(entryPoint.lastIndexOf('.') + 1);
    }
}
