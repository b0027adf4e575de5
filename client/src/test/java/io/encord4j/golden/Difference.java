package io.encord4j.golden;

/** What this client rightly does differently from the official SDKs. Whatever is not in this list must be equal. */
enum Difference {
    /** Query booleans are spelled as in Java. */
    BOOLEAN_CASE("query booleans are true and false, not True and False; servers read both"),
    /** Moments are sent in UTC. */
    UTC("a moment is sent in UTC, whatever the offset that the caller of the SDK had; it is the same moment"),
    /** The trace header also accompanies API keys. */
    TRACE_ID(
            "X-Cloud-Trace-Context is sent with API keys too, so that support can find a call; old services ignore it");

    private final String reason;

    Difference(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
