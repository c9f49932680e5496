package org.genaisummarizer.lambda.sqs;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** SQS in this process (ElasticMQ), and a client of AWS' for it. */
public final class Queues implements AutoCloseable {

    private static final int MOST_OF_A_CALL = 10;

    private final SQSRestServer server;
    private final URI endpoint;
    private final SqsClient client;

    public Queues() {
        server = SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
        endpoint =
                URI.create(
                        "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
        client =
                SqsClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("test", "test")))
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
    }

    public URI endpoint() {
        return endpoint;
    }

    SqsClient client() {
        return client;
    }

    /** Its URL. */
    public String create(String name, Map<QueueAttributeName, String> attributes) {
        return client.createQueue(queue -> queue.queueName(name).attributes(attributes)).queueUrl();
    }

    /** One that puts messages into another queue after so many deliveries. */
    public String create(String name, int visibleAfterSeconds, String deadLetters, int deliveries) {
        String arn =
                client.getQueueAttributes(
                                ask ->
                                        ask.queueUrl(deadLetters)
                                                .attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN);
        Map<QueueAttributeName, String> attributes = new HashMap<>();
        attributes.put(
                QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(visibleAfterSeconds));
        attributes.put(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                        .formatted(arn, deliveries));
        return create(name, attributes);
    }

    public void send(String url, List<String> bodies) {
        for (int from = 0; from < bodies.size(); from += MOST_OF_A_CALL) {
            List<SendMessageBatchRequestEntry> entries =
                    IntStream.range(from, Math.min(bodies.size(), from + MOST_OF_A_CALL))
                            .mapToObj(
                                    i ->
                                            SendMessageBatchRequestEntry.builder()
                                                    .id("m" + i)
                                                    .messageBody(bodies.get(i))
                                                    .build())
                            .toList();
            client.sendMessageBatch(batch -> batch.queueUrl(url).entries(entries));
        }
    }

    /** Up to ten. */
    public List<Message> receive(String url) {
        return client.receiveMessage(
                        ask ->
                                ask.queueUrl(url)
                                        .maxNumberOfMessages(MOST_OF_A_CALL)
                                        .messageAttributeNames("All")
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName.ALL))
                .messages();
    }

    public void delete(String url, Message message) {
        client.deleteMessage(ask -> ask.queueUrl(url).receiptHandle(message.receiptHandle()));
    }

    /** Makes it visible again at once. */
    void show(String url, Message message) {
        client.changeMessageVisibility(
                change ->
                        change.queueUrl(url)
                                .receiptHandle(message.receiptHandle())
                                .visibilityTimeout(0));
    }

    /** Messages that are there, visible or not. */
    public int size(String url) {
        Map<QueueAttributeName, String> sizes =
                client.getQueueAttributes(
                                ask ->
                                        ask.queueUrl(url)
                                                .attributeNames(
                                                        QueueAttributeName
                                                                .APPROXIMATE_NUMBER_OF_MESSAGES,
                                                        QueueAttributeName
                                                                .APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                        .attributes();
        return sizes.values().stream().mapToInt(Integer::parseInt).sum();
    }

    @Override
    public void close() {
        client.close();
        server.stopAndWait();
    }
}
