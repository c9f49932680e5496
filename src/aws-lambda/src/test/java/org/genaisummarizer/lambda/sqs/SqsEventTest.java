package org.genaisummarizer.lambda.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.genaisummarizer.lambda.runtime.InvalidEventException;
import org.genaisummarizer.model.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                                "059f36b4-87a3-44ab-83d2-661975830a7d",
                                "{\"text\":\"wörld\"}",
                                Optional.of("g"),
                                3,
                                new Caller("acme", "billing")),
                        new SqsRecord("b", "x", Optional.empty(), 1, Caller.ANONYMOUS));
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
