package org.genaisummarizer.lambda.runtime;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Fetches an invocation, has it handled, and again. One at a time: the platform gives a function
 * instance no more.
 */
public final class RuntimeLoop {

    private static final Logger LOG = System.getLogger(RuntimeLoop.class.getName());

    private final RuntimeApi api;
    private final Handler handler;

    public RuntimeLoop(RuntimeApi api, Handler handler) {
        this.api = api;
        this.handler = handler;
    }

    /**
     * Runs until the platform can no longer be reached or the thread is interrupted.
     *
     * @throws IOException if the next invocation cannot be fetched; the process is of no use then,
     *     and the platform starts another
     */
    public void run() throws IOException {
        while (!Thread.currentThread().isInterrupted()) {
            handle(api.next());
        }
    }

    private void handle(Invocation invocation) throws IOException {
        Once reply = new Once(api.replyTo(invocation));
        try {
            handler.handle(invocation, reply);
        } catch (IOException e) {
            // The platform took no answer, most likely because its caller has gone: nothing is left
            // to tell it.
            LOG.log(
                    Level.WARNING,
                    "invocation {0}: the answer was not taken",
                    invocation.requestId());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvalidEventException e) {
            LOG.log(
                    Level.ERROR,
                    "invocation {0} refused: {1}",
                    invocation.requestId(),
                    e.getMessage());
            api.fail(invocation, e.report());
        } catch (RuntimeException e) {
            // Its message may quote the event; where it came from is enough to find it.
            LOG.log(
                    Level.ERROR,
                    "invocation {0} failed with {1} at {2}",
                    invocation.requestId(),
                    e.getClass().getName(),
                    place(e));
            if (!reply.begun) {
                api.fail(invocation, ErrorReport.INTERNAL);
            }
        }
    }

    private static String place(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }

    /** Knows whether an answer was begun, after which no error can be reported beside it. */
    private static final class Once implements Reply {

        private final Reply reply;
        private boolean begun;

        private Once(Reply reply) {
            this.reply = reply;
        }

        @Override
        public void send(byte[] json) throws IOException {
            begin();
            reply.send(json);
        }

        @Override
        public java.io.OutputStream stream(String contentType) throws IOException {
            begin();
            return reply.stream(contentType);
        }

        private void begin() {
            if (begun) {
                throw new IllegalStateException("an invocation must be answered once");
            }
            begun = true;
        }
    }
}
