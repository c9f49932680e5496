package org.genaisummarizer.lambda.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.genaisummarizer.lambda.sqs.Outbox.NotPutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class SqsOutboxTest {

    private static Queues queues;

    @BeforeAll
    static void start() {
        queues = new Queues();
    }

    @AfterAll
    static void stop() {
        queues.close();
    }

    private static OutMessage message(String id, String group) {
        return new OutMessage(id, group, "{\"summary\":\"wörld\"}", Map.of("reason", "invalid"));
    }

    @Test
    void aMessageArrivesWithItsAttributes() throws NotPutException {
        String url = queues.create("results", Map.of());

        new SqsOutbox(url, queues::client).put(message("1", "g"));

        Message message = queues.receive(url).getFirst();
        assertThat(message.body()).isEqualTo("{\"summary\":\"wörld\"}");
        assertThat(message.messageAttributes().get("reason").stringValue()).isEqualTo("invalid");
    }

    @Test
    void aFifoQueueGetsGroupAndIdAndTakesADuplicateOnce() throws NotPutException {
        String url = queues.create("results.fifo", Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
        SqsOutbox outbox = new SqsOutbox(url, queues::client);

        outbox.put(message("1", "g"));
        outbox.put(message("1", "g"));

        assertThat(queues.receive(url))
                .singleElement()
                .satisfies(
                        message ->
                                assertThat(
                                                message.attributes()
                                                        .get(
                                                                MessageSystemAttributeName
                                                                        .MESSAGE_GROUP_ID))
                                        .isEqualTo("g"));
        assertThat(queues.size(url)).isEqualTo(1);
    }

    @Test
    void aQueueThatIsNotThereTakesNothing() {
        SqsOutbox outbox =
                new SqsOutbox(queues.endpoint() + "/000000000000/nowhere", queues::client);

        assertThatThrownBy(() -> outbox.put(message("1", "g")))
                .isInstanceOf(NotPutException.class)
                .hasMessageStartingWith("SQS answered 4");
    }

    @Test
    void aServiceThatIsNotThereTakesNothing() {
        try (SqsClient nowhere =
                SqsOutbox.client(
                        Region.EU_CENTRAL_1, Optional.of(URI.create("http://127.0.0.1:1")))) {
            assertThatThrownBy(
                            () ->
                                    new SqsOutbox("http://127.0.0.1:1/0/q", () -> nowhere)
                                            .put(message("1", "g")))
                    .isInstanceOf(NotPutException.class);
        }
    }
}
