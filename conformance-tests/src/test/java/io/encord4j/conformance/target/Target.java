package io.encord4j.conformance.target;

import io.encord4j.conformance.recording.SshKey;
import java.net.URI;

/** A server that speaks the protocol. Closing it leaves no process, file or port behind. */
public sealed interface Target extends AutoCloseable permits EmbeddedTarget, JarTarget, ServiceTarget {

    /** A short name for reports. */
    String name();

    /** Where it answers, without a slash at the end. */
    URI url();

    /** The private key of a user, as OpenSSH text: a new user each time on a fake, the configured one on a real service. */
    default String userKey() {
        return SshKey.generate().openSsh();
    }

    /** What everything that a scenario creates is called first, so that people can tell it from their own. */
    default String titlePrefix() {
        return "";
    }

    /** Whether anything may be done here: whether it costs nothing, and users, integrations and errors come for free. */
    default boolean isFake() {
        return true;
    }

    @Override
    void close();
}
