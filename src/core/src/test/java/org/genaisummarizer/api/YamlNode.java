package org.genaisummarizer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A place in a YAML document; a {@code $ref} is followed where one is stepped into. */
record YamlNode(Object root, Object value) {

    static YamlNode parse(byte[] yaml) {
        Object root =
                new Yaml(new SafeConstructor(new LoaderOptions()))
                        .load(new ByteArrayInputStream(yaml));
        return new YamlNode(root, root);
    }

    YamlNode at(String... path) {
        YamlNode node = this;
        for (String name : path) {
            Object next = node.map().get(name);
            assertThat(next).as("%s of %s", name, List.of(path)).isNotNull();
            node = new YamlNode(root, next).followed();
        }
        return node;
    }

    private YamlNode followed() {
        if (value instanceof Map<?, ?> map && map.get("$ref") instanceof String reference) {
            return new YamlNode(root, root).at(reference.substring("#/".length()).split("/", -1));
        }
        return this;
    }

    Set<String> names() {
        return map().keySet();
    }

    /** What is under each of its names. */
    Stream<YamlNode> children() {
        return names().stream().map(this::at);
    }

    Stream<YamlNode> items() {
        return ((List<?>) value).stream().map(item -> new YamlNode(root, item).followed());
    }

    List<String> texts() {
        return items().map(YamlNode::text).toList();
    }

    String text() {
        return String.valueOf(value);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> map() {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<String, Object>) value;
    }
}
