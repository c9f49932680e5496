package org.genaisummarizer.lambda.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.genaisummarizer.lambda.Artifact;
import org.genaisummarizer.lambda.FunctionProcess;
import org.genaisummarizer.lambda.NodeRuntime;
import org.genaisummarizer.lambda.Texts;
import org.genaisummarizer.lambda.runtime.RuntimeApiServer;

/**
 * Measures the built function against our runtime API server, and beside it the same on the JVM and
 * a Node handler of equal work on AWS' own client. Runs alternate; figures are medians.
 */
public final class LambdaBench {

    private static final int ROUNDS = 9;
    private static final int TRAINING = 50;
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path JAR = TARGET.resolve("quarkus-app").resolve("quarkus-run.jar");

    private LambdaBench() {}

    public static void main(String[] arguments) throws Exception {
        List<Contender> contenders = contenders();
        Map<Contender, List<Run>> runs = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Contender contender : contenders) {
                runs.computeIfAbsent(contender, name -> new ArrayList<>()).add(Run.of(contender));
            }
        }
        System.out.printf(
                "%d processors, medians of %d runs of 1,000 invocations%n",
                Runtime.getRuntime().availableProcessors(), ROUNDS);
        System.out.printf(
                "%-22s %14s %12s %12s %14s%n",
                "", "to next [ms]", "first [ms]", "warm [ms]", "resident [MB]");
        runs.forEach(LambdaBench::print);
        printSizes();
    }

    private static List<Contender> contenders() throws Exception {
        List<Contender> contenders = new ArrayList<>();
        List<String> built = Artifact.command();
        if (built.size() == 1) {
            contenders.add(new Contender("native", built));
        }
        if (Files.exists(JAR)) {
            List<String> jvm = List.of(Artifact.java(), "-jar", JAR.toString());
            contenders.add(new Contender("JVM", jvm));
            contenders.add(new Contender("JVM, AOT cache", withAotCache()));
        } else {
            System.err.println("SKIPPED: the JVM; ./mvnw -pl src/aws-lambda -am package builds it");
        }
        if (NodeRuntime.isInstalled()) {
            contenders.add(
                    new Contender("Node, aws-lambda-ric", NodeRuntime.command("handler.cached")));
        } else {
            System.err.println("SKIPPED: Node; `make node-tools` installs aws-lambda-ric");
        }
        return contenders;
    }

    private static List<String> withAotCache() throws Exception {
        String cache = TARGET.resolve("function.aot").toString();
        List<String> training =
                List.of(Artifact.java(), "-XX:AOTCacheOutput=" + cache, "-jar", JAR.toString());
        try (RuntimeApiServer api = new RuntimeApiServer();
                FunctionProcess function = FunctionProcess.start(training, api, Map.of())) {
            for (int i = 0; i < TRAINING; i++) {
                api.invoke(Texts.event(Texts.numbered(i), "application/json"));
            }
            function.terminate();
            function.awaitEnd();
        }
        return List.of(Artifact.java(), "-XX:AOTCache=" + cache, "-jar", JAR.toString());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
        return median(runs.stream().mapToDouble(figure).toArray());
    }

    private static void print(Contender contender, List<Run> runs) {
        System.out.printf(
                Locale.ROOT,
                "%-22s %14.1f %12.2f %12.3f %14.1f%n",
                contender.name(),
                median(runs, Run::startMillis),
                median(runs, Run::firstMillis),
                median(runs, Run::warmMillis),
                median(runs, Run::residentMegabytes));
    }

    private static void printSizes() throws IOException {
        List<String> built = Artifact.command();
        Path zip = TARGET.resolve("function.zip");
        if (built.size() == 1) {
            print("image", Path.of(built.getFirst()));
        }
        if (Files.exists(zip)) {
            print("function.zip", zip);
        }
    }

    private static void print(String what, Path file) throws IOException {
        System.out.printf(Locale.ROOT, "%-22s %14.1f MB%n", what, Files.size(file) / 1e6);
    }
}
