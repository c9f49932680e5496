package org.genaisummarizer.lambda.sqs;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** A queue of SQS, by AWS' SDK. The client is made when the first message is put. */
public final class SqsOutbox implements Outbox {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofSeconds(2);
    private static final Duration ALL_ATTEMPTS = Duration.ofSeconds(5);
    private static final String FIFO = ".fifo";

    private final String url;
    private final Supplier<SqsClient> client;

    public SqsOutbox(String url, Supplier<SqsClient> client) {
        this.url = url;
        this.client = client;
    }

    /**
     * A client as a function needs it: credentials and region come from the environment alone, and
     * nothing is looked for elsewhere.
     *
     * @param endpoint instead of AWS' own
     */
    public static SqsClient client(Region region, Optional<URI> endpoint) {
        SqsClientBuilder builder =
                SqsClient.builder()
                        .region(region)
                        .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT)
                                        .socketTimeout(ATTEMPT))
                        .overrideConfiguration(
                                override ->
                                        override.apiCallTimeout(ALL_ATTEMPTS)
                                                .apiCallAttemptTimeout(ATTEMPT)
                                                .defaultProfileFile(
                                                        ProfileFile.aggregator().build()));
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    @Override
    public void put(OutMessage message) throws NotPutException {
        SendMessageRequest.Builder request =
                SendMessageRequest.builder()
                        .queueUrl(url)
                        .messageBody(message.body())
                        .messageAttributes(attributes(message));
        if (url.endsWith(FIFO)) {
            request.messageGroupId(message.group()).messageDeduplicationId(message.id());
        }
        try {
            client.get().sendMessage(request.build());
        } catch (AwsServiceException e) {
            throw new NotPutException("SQS answered " + e.statusCode());
        } catch (SdkException e) {
            throw new NotPutException("SQS could not be reached");
        }
    }

    private static Map<String, MessageAttributeValue> attributes(OutMessage message) {
        return message.attributes().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                attribute ->
                                        MessageAttributeValue.builder()
                                                .dataType("String")
                                                .stringValue(attribute.getValue())
                                                .build()));
    }
}
