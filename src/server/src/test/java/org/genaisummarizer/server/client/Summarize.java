package org.genaisummarizer.server.client;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Summarizes a file by way of a running server and shows a bar meanwhile: {@code make summarize
 * FILE=…}. One source file on the JDK alone, so that it is run as it is.
 */
public final class Summarize {

    private static final int BAR = 30;
    private static final String USAGE =
            "usage: Summarize FILE [OPTIONS], as report.md 'max_words=100&style=bullets'";

    private final PrintStream out;
    private final PrintStream err;
    private String event = "";
    private int exit = 1;
    private boolean ended;

    Summarize(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println(USAGE);
            System.exit(2);
        }
        String server =
                Optional.ofNullable(System.getenv("SUMMARIZER_URL"))
                        .orElse("http://localhost:8080");
        String options = arguments.length == 2 ? arguments[1] : "";
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int exit =
                new Summarize(out, System.err)
                        .run(URI.create(server), Path.of(arguments[0]), options);
        System.exit(exit);
    }

    /**
     * @param options as a query of the API has them
     * @return the process's exit code
     */
    int run(URI server, Path file, String options) throws IOException, InterruptedException {
        String query = options.isEmpty() ? "" : "?" + options;
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve("/v1/summaries" + query))
                        .header("Content-Type", type(file.toString()))
                        .header("Accept", "text/event-stream")
                        .POST(HttpRequest.BodyPublishers.ofFile(file))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> response =
                    client.send(request, HttpResponse.BodyHandlers.ofLines());
            if (response.statusCode() == 200) {
                response.body().forEach(this::line);
                if (!ended) {
                    err.println("the connection was cut before the summary was done");
                }
            } else {
                response.body().forEach(this::problem);
            }
        } catch (ConnectException e) {
            err.println("nobody listens at " + server + ": start the server with make run");
        }
        return exit;
    }

    private static String type(String name) {
        if (name.endsWith(".md")) {
            return "text/markdown";
        }
        return name.endsWith(".html") || name.endsWith(".htm") ? "text/html" : "text/plain";
    }

    private void line(String line) {
        if (line.startsWith("event: ")) {
            event = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
            data(line.substring("data: ".length()));
        }
    }

    private void data(String json) {
        switch (event) {
            case "progress" -> bar(number(json, "done"), number(json, "of"));
            case "completed" -> {
                clear();
                out.println(text(json, "summary"));
                err.println(
                        text(json, "provider")
                                + ", USD "
                                + raw(json, "amount")
                                + ", "
                                + raw(json, "summarized")
                                + " of "
                                + raw(json, "chunks")
                                + " parts");
                ended = true;
                exit = 0;
            }
            case "failed" -> {
                clear();
                problem(json);
                ended = true;
            }
            default -> {}
        }
    }

    private void bar(int done, int of) {
        int full = BAR * done / Math.max(1, of);
        err.print("\r[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + done + "/" + of);
        err.flush();
    }

    private void clear() {
        err.print("\r" + " ".repeat(BAR + 24) + "\r");
    }

    private void problem(String json) {
        String detail = text(json, "detail");
        err.println(detail.isEmpty() ? "the server answered with an error" : detail);
    }

    private static int number(String json, String member) {
        String raw = raw(json, member);
        return raw.isEmpty() ? 0 : Integer.parseInt(raw);
    }

    /** The first number under this name, as it is written. */
    private static String raw(String json, String member) {
        Matcher found = Pattern.compile("\"" + member + "\":([-0-9.eE+]+)").matcher(json);
        return found.find() ? found.group(1) : "";
    }

    /** The first string under this name. */
    private static String text(String json, String member) {
        int start = json.indexOf("\"" + member + "\":\"");
        if (start < 0) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (int i = start + member.length() + 4; json.charAt(i) != '"'; i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            i++;
            char escaped = json.charAt(i);
            if (escaped == 'u') {
                text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                int known = "nrtbf".indexOf(escaped);
                text.append(known < 0 ? escaped : "\n\r\t\b\f".charAt(known));
            }
        }
        return text.toString();
    }
}
