package org.genaisummarizer.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.genaisummarizer.cache.redis.RedisMode;
import org.genaisummarizer.engine.planning.LongDocuments;

/**
 * All settings of the service, each as an environment variable with the prefix {@code SUMMARIZER_}:
 * {@code timeout} is {@code SUMMARIZER_TIMEOUT}. Durations are written {@code 60s}, {@code 5m} or
 * {@code PT60S}.
 */
@ConfigMapping(prefix = "summarizer")
public interface Settings {

    /**
     * The order of providers, which is the order of fallback. Default: those turned on, {@code
     * openai} first.
     */
    Optional<List<String>> providers();

    /** OpenAI's chat completions; turned on by {@code OPENAI_API_KEY}. */
    OpenAi openai();

    /** Anthropic's messages; turned on by {@code ANTHROPIC_API_KEY}. */
    Anthropic anthropic();

    /** What all processes share; turned on by {@code REDIS_URL}. */
    Redis redis();

    /** A request's whole time, where the host sets no shorter one. */
    @WithDefault("60s")
    Duration timeout();

    /** From a call's begin to the first byte of its answer's text. */
    @WithDefault("10s")
    Duration firstToken();

    /** Between two pieces of a provider's stream. */
    @WithDefault("10s")
    Duration stall();

    /** To connect to a provider. */
    @WithDefault("2s")
    Duration connect();

    /** Bytes of a request's body. */
    @WithDefault("5000000")
    long maxBytes();

    /** USD that one request may cost; none means no limit. */
    Optional<BigDecimal> maxCost();

    /** Requests in hand at once; more are told 503. */
    @WithDefault("1000")
    int maxRequests();

    /** Of these, requests of one tenant; more are told 429. None: as many as all. */
    OptionalInt maxTenantRequests();

    /** Calls at once to one provider. */
    @WithDefault("256")
    int maxCalls();

    /** Failures running after which a provider rests. */
    @WithDefault("5")
    int breakerFailures();

    /** How long it rests before a probe. */
    @WithDefault("20s")
    Duration breakerRest();

    /**
     * {@code extractive}: the built-in summarizer stands in when every provider failed; {@code
     * none}: it does not.
     */
    @WithDefault("none")
    Degrade degrade();

    /**
     * What is done with a document that does not fit a model: {@code map-reduce} summarizes its
     * parts, {@code truncate} its head and tail, {@code extract} the sentences that the built-in
     * summarizer picks.
     */
    @WithName("long")
    @WithDefault("map-reduce")
    LongDocuments.Way longDocuments();

    /** Calls at once for one long document. */
    @WithDefault("8")
    int parallel();

    /** Whether a summary may leave out parts of a long document that could not be summarized. */
    @WithDefault("false")
    boolean partial();

    /** How long a summary of the route's first choice is kept. */
    @WithDefault("24h")
    Duration cacheTtl();

    /** How long one of a fallback is kept. */
    @WithDefault("60s")
    Duration cacheTtlFallback();

    /** Bytes of summaries in the process' memory. */
    @WithDefault("67108864")
    long cacheBytes();

    /** How long the outcome under an Idempotency-Key is kept. */
    @WithDefault("24h")
    Duration idempotencyTtl();

    /** How long the result of a queued document is kept. */
    @WithDefault("7d")
    Duration resultTtl();

    /** A queued document's result is sent to this queue as well, by the function for SQS. */
    Optional<String> resultQueueUrl();

    /** Where the function for SQS puts messages that can never be worked on. */
    Optional<String> deadLetterQueueUrl();

    /** Messages of one batch that a function works on at once. */
    @WithDefault("10")
    int queueConcurrency();

    /** What precedes the paths of the contract where a function is reached, as {@code /api}. */
    Optional<String> basePath();

    /** Addresses or ranges of proxies whose identity header is believed. */
    Optional<List<String>> trustedProxies();

    /** The header in which such a proxy says who the caller is: {@code tenant/principal}. */
    @WithDefault("X-Summarizer-Identity")
    String identityHeader();

    /** How long requests in flight may go on after SIGTERM. */
    @WithDefault("20s")
    Duration drain();

    /** The address that the server listens on. */
    @WithDefault("0.0.0.0")
    String host();

    /** What stands in for failed providers. */
    enum Degrade {
        NONE,
        EXTRACTIVE
    }

    /** Redis, each setting as {@code REDIS_URL} without a prefix. */
    interface Redis {

        /** {@code REDIS_URL}: {@code redis://}, {@code rediss://}, one host or several. */
        Optional<String> url();

        /** How the servers belong together. */
        @WithDefault("standalone")
        RedisMode mode();

        /** The name that sentinels have for the master. */
        @WithDefault("mymaster")
        String master();

        /** A user of its access control, where the URL has none. */
        Optional<String> user();

        /** The password, where the URL has none; as it is, with nothing encoded. */
        Optional<String> password();

        /**
         * The certificate of the authority that signed the server's: a file in PEM, or its text.
         */
        Optional<String> ca();

        /** Whether a certificate must be made out to the host that is connected to. */
        @WithDefault("true")
        boolean verifyHostname();
    }

    /** The provider {@code openai}. */
    interface OpenAi {

        /** {@code OPENAI_API_KEY}. */
        Optional<String> apiKey();

        /** {@code OPENAI_BASE_URL}, with its {@code /v1}; {@code https://api.openai.com/v1}. */
        Optional<String> baseUrl();

        /** The model's name. */
        @WithDefault("gpt-4.1-mini")
        String model();

        /** Tokens of prompt and answer together. */
        @WithDefault("1047576")
        int contextWindow();

        /** Tokens of an answer. */
        @WithDefault("32768")
        int maxOutput();

        /** USD per million input tokens. List price as of 2025-10, as are the next two. */
        @WithDefault("0.40")
        BigDecimal priceInput();

        /** USD per million output tokens. */
        @WithDefault("1.60")
        BigDecimal priceOutput();

        /** USD per million input tokens that the provider had cached. */
        @WithDefault("0.10")
        BigDecimal priceCachedInput();
    }

    /** The provider {@code anthropic}. */
    interface Anthropic {

        /** {@code ANTHROPIC_API_KEY}. */
        Optional<String> apiKey();

        /**
         * {@code ANTHROPIC_BASE_URL}, with its {@code /v1}; {@code https://api.anthropic.com/v1}.
         */
        Optional<String> baseUrl();

        /** The model's name. */
        @WithDefault("claude-haiku-4-5")
        String model();

        /** Tokens of prompt and answer together. */
        @WithDefault("200000")
        int contextWindow();

        /** Tokens of an answer. */
        @WithDefault("64000")
        int maxOutput();

        /** USD per million input tokens. List price as of 2025-10, as are the next three. */
        @WithDefault("1.00")
        BigDecimal priceInput();

        /** USD per million output tokens. */
        @WithDefault("5.00")
        BigDecimal priceOutput();

        /** USD per million input tokens that the provider had cached. */
        @WithDefault("0.10")
        BigDecimal priceCachedInput();

        /** USD per million input tokens that the provider wrote to its cache. */
        @WithDefault("1.25")
        BigDecimal priceCacheWrite();
    }
}
