package org.genaisummarizer.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.genaisummarizer.server.StartedProcess;
import org.genaisummarizer.server.Texts;
import org.genaisummarizer.testing.provider.Dialect;
import org.genaisummarizer.testing.provider.Reply;
import org.genaisummarizer.testing.provider.ScriptedProvider;
import org.jspecify.annotations.Nullable;

/**
 * The service with a first and a spare provider, as one fault finds it. The process starts when it
 * is first asked, so that its settings can be made before.
 */
final class World implements AutoCloseable {

    /** Stand for what must never be seen outside: a key, and a piece of the document. */
    static final String KEY = "sk-chaos-7f3a9c41d2";

    static final String MARKER = "Quillfeather";

    private static final int ANSWER_WORDS = 60;

    private final Dialect dialect;
    private final boolean stream;
    private final ScriptedProvider primary = new ScriptedProvider();
    private final ScriptedProvider spare = new ScriptedProvider();
    private final Map<String, String> settings = new HashMap<>();
    private final AtomicInteger documents = new AtomicInteger();
    private boolean hidden;
    private boolean resting;
    private boolean shared;
    private @Nullable StartedProcess process;
    private @Nullable Client client;

    World(Dialect dialect, boolean stream) {
        this.dialect = dialect;
        this.stream = stream;
        primary.repliesBy(request -> healthy("prime"));
        spare.repliesBy(request -> healthy("spare"));
        String vendor = dialect.name();
        settings.put("PORT", "0");
        settings.put("SUMMARIZER_HOST", "127.0.0.1");
        // A machine that plays several faults at a time may take its time to connect.
        settings.put("SUMMARIZER_CONNECT", "9s");
        settings.put(vendor + "_API_KEY", KEY);
        settings.put(vendor + "_BASE_URL", primary.baseUri().toString());
        settings.put("SUMMARIZER_PROVIDER_SPARE_TYPE", vendor.toLowerCase(java.util.Locale.ROOT));
        settings.put("SUMMARIZER_PROVIDER_SPARE_BASE_URL", spare.baseUri().toString());
        settings.put("SUMMARIZER_PROVIDER_SPARE_MODEL", "spare-1");
        settings.put("SUMMARIZER_PROVIDER_SPARE_API_KEY", KEY + "-spare");
        settings.put("SUMMARIZER_PROVIDER_SPARE_CONTEXT_WINDOW", "200000");
    }

    World set(String variable, String value) {
        settings.put(variable, value);
        return this;
    }

    /** An answer of so many words as there usually are, each with this stem. */
    Reply healthy(String stem) {
        return dialect.answer(Dialect.words(stem, ANSWER_WORDS));
    }

    Dialect dialect() {
        return dialect;
    }

    boolean streams() {
        return stream;
    }

    ScriptedProvider primary() {
        return primary;
    }

    ScriptedProvider spare() {
        return spare;
    }

    synchronized Client client() throws IOException, InterruptedException {
        if (client == null) {
            client = new Client(process().awaitAddress().orElseThrow(this::didNotStart));
        }
        return client;
    }

    synchronized StartedProcess process() throws IOException {
        if (process == null) {
            process = StartedProcess.with(settings);
        }
        return process;
    }

    /** A second process with the same settings, whose calls the first one does not count. */
    StartedProcess another() throws IOException {
        shared = true;
        return StartedProcess.with(settings);
    }

    /** Whether calls of another process reach the providers as well. */
    boolean hasSharedProviders() {
        return shared;
    }

    /** Another process with the same settings, that has nothing in its memory. */
    synchronized void restart() {
        if (client != null) {
            client.close();
        }
        if (process != null) {
            process.close();
        }
        client = null;
        process = null;
        primary.forget();
        spare.forget();
    }

    private AssertionError didNotStart() {
        return new AssertionError("the server did not start:\n" + output());
    }

    String output() {
        return process == null ? "" : process.output();
    }

    /** A document that was not sent before. */
    String document() {
        return MARKER + " wrote report " + documents.incrementAndGet() + ". " + Texts.DOCUMENT;
    }

    /** Sends a new document. */
    Outcome ask() throws IOException, InterruptedException {
        return client().summarize(document(), stream);
    }

    /** Some calls do not reach the providers, so that they cannot count them. */
    void hidesCalls() {
        hidden = true;
    }

    boolean hasHiddenCalls() {
        return hidden;
    }

    /** Both providers may not be called for a while yet. */
    void askedToBeLeftAlone() {
        resting = true;
    }

    boolean isLeftAlone() {
        return resting;
    }

    void expectPrimary(Outcome outcome) {
        expectAnswer(outcome, dialect == Dialect.OPENAI ? "openai" : "anthropic", "prime");
    }

    void expectSpare(Outcome outcome) {
        expectAnswer(outcome, "spare", "spare");
    }

    private void expectAnswer(Outcome outcome, String provider, String stem) {
        assertThat(outcome.status()).as("%s", outcome.json()).isEqualTo(200);
        assertThat(outcome.provider()).as("after %s", outcome.attempts()).isEqualTo(provider);
        assertThat(outcome.text()).isEqualTo(String.join("", Dialect.words(stem, ANSWER_WORDS)));
        assertThat(outcome.json().at("/usage/input_tokens").asInt()).isEqualTo(10);
        assertThat(outcome.json().at("/usage/output_tokens").asInt()).isEqualTo(ANSWER_WORDS);
        assertThat(outcome.attempts().getLast()).isEqualTo("completed");
        if (stream) {
            Streams.check(outcome);
        }
    }

    /** The text of the first provider, whoever paid for it. */
    void expectShared(Outcome outcome) {
        assertThat(outcome.status()).as("%s", outcome.json()).isEqualTo(200);
        assertThat(outcome.text())
                .as("after %s", outcome.attempts())
                .isEqualTo(String.join("", Dialect.words("prime", ANSWER_WORDS)));
        if (stream) {
            Streams.check(outcome);
        }
    }

    void expectProblem(Outcome outcome, int status, String slug) {
        assertThat(outcome.status()).as("%s", outcome.json()).isEqualTo(status);
        assertThat(outcome.problem()).isEqualTo(slug);
    }

    /** Both providers are well from now on. */
    void heal() {
        primary.repliesBy(request -> healthy("prime"));
        spare.repliesBy(request -> healthy("spare"));
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
        if (process != null) {
            process.close();
        }
        primary.close();
        spare.close();
    }
}
