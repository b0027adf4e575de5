package io.encord4j.conformance.target;

import io.encord4j.fake.FakeEncordServer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URI;

/** The fake in this JVM. */
public final class EmbeddedTarget implements Target {

    private final AutoCloseable server;
    private final URI url;

    private EmbeddedTarget(AutoCloseable server, String url) {
        this.server = server;
        this.url = URI.create(url);
    }

    /** Starts the fake on a free port, with a group in its organisation. */
    public static EmbeddedTarget start() {
        FakeEncordServer server = FakeEncordServer.start();
        server.defaultWorld().newGroup("Annotators");
        return new EmbeddedTarget(server, server.url());
    }

    /** Starts the fake whose classes a loader has, which need not be those of the class path. */
    public static EmbeddedTarget startIn(ClassLoader loader) {
        try {
            Class<?> type = loader.loadClass(FakeEncordServer.class.getName());
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Object server = lookup.findStatic(type, "start", MethodType.methodType(type))
                    .invoke();
            Object url = lookup.findVirtual(type, "url", MethodType.methodType(String.class))
                    .invoke(server);
            return new EmbeddedTarget((AutoCloseable) server, (String) url);
        } catch (Throwable e) {
            throw new IllegalStateException("The fake of another class loader does not start.", e);
        }
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("The embedded fake cannot be stopped.", e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
