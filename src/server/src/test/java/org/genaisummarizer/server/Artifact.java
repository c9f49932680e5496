package org.genaisummarizer.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** What the build made, as one starts it: a jar or a native binary. */
public final class Artifact {

    private static final Path BUILD = Path.of("target").toAbsolutePath();

    private Artifact() {}

    public static List<String> command() throws IOException {
        Properties made = made();
        String path = BUILD.resolve(made.getProperty("path")).toString();
        if (isNative()) {
            return List.of(path);
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // What starts soonest: most of these processes live for a second.
        return List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", path);
    }

    public static boolean isNative() throws IOException {
        return made().getProperty("type").equals("native");
    }

    private static Properties made() throws IOException {
        Properties made = new Properties();
        try (InputStream in = Files.newInputStream(BUILD.resolve("quarkus-artifact.properties"))) {
            made.load(in);
        }
        return made;
    }
}
