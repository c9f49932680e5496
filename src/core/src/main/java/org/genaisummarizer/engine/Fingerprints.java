package org.genaisummarizer.engine;

import java.util.List;
import org.genaisummarizer.engine.prompt.PromptComposer;
import org.genaisummarizer.model.Fingerprint;
import org.genaisummarizer.model.SummaryOptions;
import org.genaisummarizer.model.SummaryRequest;

/** Computes what makes two requests the same. */
final class Fingerprints {

    /** Changes when a summary's meaning or its stored form does. */
    private static final int FORMAT = 1;

    private Fingerprints() {}

    /**
     * @param setting what of the operator's settings changes the answer
     */
    static Fingerprint of(SummaryRequest request, List<Target> targets, String setting) {
        SummaryOptions options = request.options();
        FieldDigest digest =
                new FieldDigest()
                        .put(request.caller().tenant())
                        .put(FORMAT + "/" + PromptComposer.VERSION)
                        .put(setting);
        for (Target target : targets) {
            digest.put(target.ref().toString());
        }
        return digest.put(options.style().name())
                .put(Integer.toString(options.targetWords()))
                .put(options.language().orElse(""))
                .put(options.focus().orElse(""))
                .put(request.document().text())
                .fingerprint();
    }
}
