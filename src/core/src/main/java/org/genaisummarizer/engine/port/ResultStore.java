package org.genaisummarizer.engine.port;

import java.util.Optional;
import org.genaisummarizer.model.Caller;
import org.genaisummarizer.model.Summary;

/** Finished summaries of queued documents, under the id that their message gave. */
public interface ResultStore {

    /**
     * Keeps a result for as long as the operator configured.
     *
     * @throws StoreUnavailableException if it could not be kept: the message must not count as done
     */
    void store(Caller caller, String id, Summary summary) throws StoreUnavailableException;

    /**
     * @throws StoreUnavailableException if it cannot be told whether there is one
     */
    Optional<Summary> find(Caller caller, String id) throws StoreUnavailableException;
}
