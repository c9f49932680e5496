package org.genaisummarizer.azurefunctions;

import com.microsoft.azure.functions.OutputBinding;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueOutput;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.genaisummarizer.azure.QueueAnswer;
import org.genaisummarizer.azure.QueueFunction;
import org.genaisummarizer.azure.QueuedMessage;
import org.jspecify.annotations.Nullable;

/** Works on queued documents. */
@RequestScoped
public class QueuedDocuments {

    private static final String STORAGE = "AzureWebJobsStorage";

    private final QueueFunction function;

    QueuedDocuments(QueueFunction function) {
        this.function = function;
    }

    /**
     * The worker calls it.
     *
     * @param id of the message; a text, because the host writes it in more than one way
     * @param deliveries how often the message was delivered; a text for the same reason
     * @throws GivenBackException for the host to deliver the message again
     */
    @FunctionName("queue")
    public void summarize(
            @QueueTrigger(name = "message", queueName = "summaries", connection = STORAGE)
                    String message,
            @BindingName("Id") @Nullable String id,
            @BindingName("DequeueCount") @Nullable String deliveries,
            @QueueOutput(name = "results", queueName = "summaries-results", connection = STORAGE)
                    OutputBinding<String> results,
            @QueueOutput(name = "poison", queueName = "summaries-poison", connection = STORAGE)
                    OutputBinding<String> poison)
            throws GivenBackException {
        QueuedMessage queued =
                QueuedMessage.of(
                        Optional.ofNullable(id).map(QueuedDocuments::unquoted),
                        Optional.ofNullable(deliveries).map(QueuedDocuments::unquoted),
                        message);
        switch (function.answer(queued)) {
            case QueueAnswer.Done done -> results.setValue(done.result());
            case QueueAnswer.PutAside aside -> poison.setValue(aside.letter());
            case QueueAnswer.GivenBack back -> throw new GivenBackException(back.slug());
        }
    }

    private static String unquoted(String text) {
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** The message is to be delivered again. */
    public static final class GivenBackException extends Exception {

        private static final long serialVersionUID = 1L;

        GivenBackException(String slug) {
            super("the message is to be delivered again: " + slug);
        }
    }
}
