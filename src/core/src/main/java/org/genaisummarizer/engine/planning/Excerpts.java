package org.genaisummarizer.engine.planning;

import java.util.Optional;
import org.genaisummarizer.engine.chunking.Chunker;
import org.genaisummarizer.engine.port.TokenCounter;
import org.genaisummarizer.model.Coverage;
import org.genaisummarizer.model.SummaryOptions;

/** Chooses what is sent of a document in one call, where that is what is wanted. */
public final class Excerpts {

    private static final int TAIL_SHARE = 3;

    private final LongDocuments settings;
    private final Chunker chunker;
    private final TokenCounter tokens;
    private final Bearing bearing;

    public Excerpts(LongDocuments settings, TokenCounter tokens) {
        this.settings = settings;
        this.chunker = new Chunker(tokens);
        this.tokens = tokens;
        this.bearing = new Bearing(settings.ranker(), chunker, tokens);
    }

    /**
     * @param mostTokens of the excerpt
     * @return nothing where the whole document is to be summarized, in parts
     */
    public Optional<Excerpt> of(String text, SummaryOptions options, int mostTokens) {
        return switch (settings.way()) {
            case TRUNCATE -> Optional.of(headAndTail(text, mostTokens));
            case EXTRACT ->
                    settings.shrinker()
                            .shrink(text, mostTokens, tokens, options.focus())
                            .map(
                                    shrunk ->
                                            new Excerpt(
                                                    shrunk.text(),
                                                    coverage(shrunk.pieces(), shrunk.kept())));
            case MAP_REDUCE ->
                    options.focus().flatMap(focus -> bearing.on(focus, text, mostTokens));
        };
    }

    private Excerpt headAndTail(String text, int mostTokens) {
        String gap = "\n" + Excerpt.GAP + "\n";
        int most = Math.max(2, mostTokens - tokens.count(gap));
        int ofTail = Math.max(1, most / TAIL_SHARE);
        String head = text.substring(0, chunker.head(text, most - ofTail)).strip();
        String tail = text.substring(chunker.tail(text, ofTail)).strip();
        int windows = (int) Math.max(2, Math.ceilDiv((long) tokens.count(text), mostTokens));
        return new Excerpt(head + gap + tail, coverage(windows, 1));
    }

    static Coverage coverage(int chunks, int kept) {
        return new Coverage(chunks, kept, 0, kept == chunks);
    }
}
