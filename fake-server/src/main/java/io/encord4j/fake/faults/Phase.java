package io.encord4j.fake.faults;

/** Where in an exchange a fault strikes. */
public sealed interface Phase {

    /** After the request was read and before anything was done: the state stays as it was. */
    record BeforeHandling() implements Phase {
        @Override
        public String toString() {
            return "before handling";
        }
    }

    /** After everything was done and before a byte of the answer: the state has changed and nobody is told. */
    record AfterHandling() implements Phase {
        @Override
        public String toString() {
            return "after handling";
        }
    }

    /**
     * While the request's body is read. Nothing is done. The body of an RPC call is read whole first, since only the
     * body names the operation; senders cannot tell the difference before their bodies exceed the network's buffers.
     *
     * @param at how many bytes are read before the fault strikes
     */
    record InRequestBody(long at) implements Phase {
        @Override
        public String toString() {
            return "at byte " + at + " of the request";
        }

        /**
         * Checks the position.
         *
         * @param at how many bytes are read before
         */
        public InRequestBody {
            requireNotNegative(at);
        }
    }

    /**
     * While the answer's body is written.
     *
     * @param at how many bytes of the body are written before the fault strikes
     */
    record InResponse(long at) implements Phase {
        @Override
        public String toString() {
            return "at byte " + at + " of the answer";
        }

        /**
         * Checks the position.
         *
         * @param at how many bytes are written before
         */
        public InResponse {
            requireNotNegative(at);
        }
    }

    private static void requireNotNegative(long at) {
        if (at < 0) {
            throw new IllegalArgumentException("A position in a body must not be negative: " + at + ".");
        }
    }
}
