package org.genaisummarizer.engine.port;

import java.time.Duration;
import org.genaisummarizer.model.Fingerprint;

/**
 * Who of several processes makes the answer to equal requests. A lease ends by itself, so that a
 * leader that died is followed by another. Where the store cannot be reached everybody leads:
 * paying twice is better than not answering.
 */
public interface FlightLease {

    /** A process on its own always leads. */
    FlightLease ALONE =
            new FlightLease() {
                @Override
                public boolean acquire(Fingerprint flight, String owner, Duration expiry) {
                    return true;
                }

                @Override
                public void release(Fingerprint flight, String owner) {}
            };

    /** Takes the lease, or makes it last longer for its owner; false if somebody else has it. */
    boolean acquire(Fingerprint flight, String owner, Duration expiry);

    /** Gives it back if this owner has it. */
    void release(Fingerprint flight, String owner);
}
