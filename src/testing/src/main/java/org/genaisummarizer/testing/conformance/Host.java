package org.genaisummarizer.testing.conformance;

/** Anything that answers HTTP for us. */
@FunctionalInterface
public interface Host {

    Answer send(Call call) throws Exception;
}
