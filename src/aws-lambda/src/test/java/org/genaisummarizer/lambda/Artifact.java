package org.genaisummarizer.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** What the build made, as the platform starts it: a jar or a native binary. */
public final class Artifact {

    private static final Path BUILD = Path.of("target").toAbsolutePath();

    private Artifact() {}

    public static List<String> command() throws IOException {
        Properties made = new Properties();
        try (InputStream in = Files.newInputStream(BUILD.resolve("quarkus-artifact.properties"))) {
            made.load(in);
        }
        String path = BUILD.resolve(made.getProperty("path")).toString();
        if (made.getProperty("type").equals("native")) {
            return List.of(path);
        }
        return List.of(java(), "-jar", path);
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
