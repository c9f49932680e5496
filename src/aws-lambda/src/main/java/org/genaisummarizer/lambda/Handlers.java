package org.genaisummarizer.lambda;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.genaisummarizer.api.SummaryEndpoint;
import org.genaisummarizer.app.ConfigurationException;
import org.genaisummarizer.app.Settings;
import org.genaisummarizer.engine.Summarizer;
import org.genaisummarizer.engine.port.ResultStore;
import org.genaisummarizer.lambda.http.HttpEvents;
import org.genaisummarizer.lambda.http.HttpHandler;
import org.genaisummarizer.lambda.http.StreamHandler;
import org.genaisummarizer.lambda.runtime.Handler;
import org.genaisummarizer.lambda.runtime.TimeLimit;
import org.genaisummarizer.lambda.sqs.Outbox;
import org.genaisummarizer.lambda.sqs.ResultOutbox;
import org.genaisummarizer.lambda.sqs.SqsHandler;
import org.genaisummarizer.lambda.sqs.SqsOutbox;
import org.genaisummarizer.lambda.telemetry.EmfRegistry;
import org.genaisummarizer.queue.QueueWorker;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes the handler that the function is configured to be. */
@Singleton
class Handlers {

    private static final String HANDLER = "QUARKUS_LAMBDA_HANDLER";
    private static final String REGION = "AWS_REGION";
    private static final String SQS_ENDPOINT = "AWS_ENDPOINT_URL_SQS";
    private static final String REDIS = "summarizer.redis.url";

    private final Config config;
    private final Settings settings;
    private final SummaryEndpoint endpoint;
    private final Summarizer summarizer;
    private final ResultStore results;
    private final Clock clock;

    Handlers(
            Config config,
            Settings settings,
            SummaryEndpoint endpoint,
            Summarizer summarizer,
            ResultStore results,
            Clock clock) {
        this.config = config;
        this.settings = settings;
        this.endpoint = endpoint;
        this.summarizer = summarizer;
        this.results = results;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static EmfRegistry registry() {
        return new EmfRegistry();
    }

    /**
     * @throws ConfigurationException if there is no such handler, or it lacks a setting
     */
    Handler chosen() {
        TimeLimit time = new TimeLimit(settings.timeout(), clock);
        return switch (value(HANDLER).orElse("http")) {
            case "http" -> new HttpHandler(new HttpEvents(settings.basePath()), endpoint, time);
            case "stream" -> new StreamHandler(new HttpEvents(settings.basePath()), endpoint, time);
            case "sqs" -> sqs(time);
            default -> throw new ConfigurationException(HANDLER + " must be http, stream or sqs");
        };
    }

    private Handler sqs(TimeLimit time) {
        Supplier<SqsClient> client = once(this::client);
        Optional<Outbox> resultQueue = outbox(settings.resultQueueUrl(), client);
        if (resultQueue.isEmpty() && value(REDIS).isEmpty()) {
            throw new ConfigurationException(
                    "SUMMARIZER_RESULT_QUEUE_URL or REDIS_URL must be set: results that stay in the function's memory are lost");
        }
        return new SqsHandler(
                new QueueWorker(
                        summarizer,
                        results,
                        resultQueue.map(ResultOutbox::new),
                        settings.maxBytes()),
                outbox(settings.deadLetterQueueUrl(), client),
                settings.queueConcurrency(),
                time,
                clock);
    }

    private static Optional<Outbox> outbox(Optional<String> url, Supplier<SqsClient> client) {
        return url.filter(text -> !text.isBlank()).map(text -> new SqsOutbox(text, client));
    }

    private SqsClient client() {
        return SqsOutbox.client(
                Region.of(
                        value(REGION)
                                .orElseThrow(
                                        () -> new ConfigurationException(REGION + " must be set"))),
                value(SQS_ENDPOINT).map(URI::create));
    }

    private Optional<String> value(String name) {
        return config.getOptionalValue(name, String.class).filter(text -> !text.isBlank());
    }

    private static <T> Supplier<T> once(Supplier<T> maker) {
        return new Supplier<>() {

            private final java.util.concurrent.locks.ReentrantLock lock =
                    new java.util.concurrent.locks.ReentrantLock();
            private @org.jspecify.annotations.Nullable T made;

            @Override
            public T get() {
                lock.lock();
                try {
                    if (made == null) {
                        made = maker.get();
                    }
                    return made;
                } finally {
                    lock.unlock();
                }
            }
        };
    }
}
