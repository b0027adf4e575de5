package io.encord4j.fake.junit;

import io.encord4j.fake.FakeEncordServer;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The server of the JVM, closed when all tests are over. JUnit before 5.13 closes only its own interface, later ones prefer the other. */
@SuppressWarnings("deprecation")
record SharedServer(FakeEncordServer server) implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    @Override
    public void close() {
        server.close();
    }
}
