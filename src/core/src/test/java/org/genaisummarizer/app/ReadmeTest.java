package org.genaisummarizer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the README's table of settings and the mapping together. */
class ReadmeTest {

    private static final Pattern ROW =
            Pattern.compile(
                    "\\| `((?:SUMMARIZER|OPENAI|ANTHROPIC|REDIS)_[A-Z_]+)` \\| ([^|]*)\\|.*");

    @Test
    void itsTableHasEverySettingOnceWithItsDefault() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("..", "..", "README.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                assertThat(documented.put(row.group(1), row.group(2).strip()))
                        .as(row.group(1) + " is in the table twice")
                        .isNull();
            }
        }
        Map<String, String> declared = new TreeMap<>();
        for (DocumentedSetting setting : DocumentedSetting.ofMapping().values()) {
            declared.put(setting.variable(), setting.defaultValue());
        }

        assertThat(documented.keySet()).isEqualTo(declared.keySet());
        declared.forEach(
                (variable, defaultValue) -> {
                    if (!defaultValue.isEmpty()) {
                        assertThat(documented.get(variable))
                                .as(variable)
                                .isEqualTo("`" + defaultValue + "`");
                    }
                });
    }
}
