package org.genaisummarizer.lambda.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.lambda.runtime.InvalidEventException;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.TraceParent;
import org.genaisummarizer.queue.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqsEventTest {

    private static final String EVENT =
            """
            {"Records": [
              {"messageId": "059f36b4-87a3-44ab-83d2-661975830a7d",
               "receiptHandle": "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a...",
               "body": "{\\"text\\":\\"wörld\\"}",
               "attributes": {"ApproximateReceiveCount": "3", "SentTimestamp": "1545082649183",
                 "SenderId": "AIDAIENQZJOLO23YVJ4VO", "MessageGroupId": "g"},
               "messageAttributes": {
                 "tenant": {"stringValue": "acme", "dataType": "String"},
                 "principal": {"stringValue": "billing", "dataType": "String"}},
               "md5OfBody": "e4e68fb7bd0e697a0ae8f1bb342846b3",
               "eventSource": "aws:sqs",
               "eventSourceARN": "arn:aws:sqs:us-east-2:123456789012:my-queue",
               "awsRegion": "us-east-2"},
              {"messageId": "b", "body": "x", "eventSource": "aws:sqs"}]}
            """;

    private static List<SqsRecord> read(String event) {
        return SqsEvent.read(event.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aBatchIsReadInItsOrder() {
        assertThat(read(EVENT))
                .containsExactly(
                        new SqsRecord(
                                new Delivery(
                                        "059f36b4-87a3-44ab-83d2-661975830a7d",
                                        "{\"text\":\"wörld\"}",
                                        new Caller("acme", "billing"),
                                        Optional.empty()),
                                Optional.of("g"),
                                3),
                        new SqsRecord(
                                new Delivery("b", "x", Caller.ANONYMOUS, Optional.empty()),
                                Optional.empty(),
                                1));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "'Root=1-67891233-abcdef012345678912345678;Parent=53995c3f42cd8ad8;Sampled=1', '', 67891233abcdef012345678912345678",
        "'', 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, 4bf92f3577b34da6a3ce929d0e0e4736",
        "'Root=1-67891233-abcdef012345678912345678;Parent=53995c3f42cd8ad8;Sampled=1', 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, 4bf92f3577b34da6a3ce929d0e0e4736",
        "rubbish, rubbish, none"
    })
    void aMessageBelongsToItsSendersTraceOrToThePlatforms(
            String platforms, String senders, String traceId) {
        SqsRecord message =
                read("""
                                {"Records": [{"messageId": "a", "body": "x", "eventSource": "aws:sqs",
                                  "attributes": {"AWSTraceHeader": "%s"},
                                  "messageAttributes": {"traceparent": {"stringValue": "%s"}}}]}
                                """
                                .formatted(platforms, senders))
                        .getFirst();

        assertThat(message.delivery().trace().map(TraceParent::traceId).orElse("none"))
                .isEqualTo(traceId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON",
                "{}",
                "{\"Records\":[{\"eventSource\":\"aws:s3\",\"messageId\":\"a\"}]}",
                "{\"version\":\"2.0\",\"requestContext\":{\"http\":{}}}"
            })
    void anythingElseIsRefused(String event) {
        assertThatThrownBy(() -> read(event)).isInstanceOf(InvalidEventException.class);
    }

    @Test
    void failuresAreWrittenAsThePlatformReadsThem() {
        assertThat(new String(SqsEvent.failures(List.of("a", "b")), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"b\"}]}");
        assertThat(new String(SqsEvent.failures(List.of()), StandardCharsets.UTF_8))
                .isEqualTo("{\"batchItemFailures\":[]}");
    }
}
