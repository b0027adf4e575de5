package io.encord4j.internal.http;

import io.encord4j.internal.http.PromptSockets.PromptSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** TLS over {@link PromptSockets}. The trust store is read when the first connection needs it; OkHttp reads it for plain HTTP as well. */
final class LazyTls extends SSLSocketFactory {
    private final Supplier<SSLSocketFactory> source;
    private @Nullable SSLSocketFactory factory;

    private LazyTls(Supplier<SSLSocketFactory> source) {
        this.source = source;
    }

    /** Makes a client use the trust store of Java. */
    static OkHttpClient.Builder addTo(OkHttpClient.Builder client) {
        return addTo(client, LazyTls::ofJava);
    }

    static OkHttpClient.Builder addTo(OkHttpClient.Builder client, Supplier<SSLSocketFactory> source) {
        return client.socketFactory(new PromptSockets()).sslSocketFactory(new LazyTls(source), new NoPins());
    }

    private static SSLSocketFactory ofJava() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot do TLS.", e);
        }
    }

    private synchronized SSLSocketFactory factory() {
        if (factory == null) {
            factory = source.get();
        }
        return factory;
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        if (socket instanceof PromptSocket prompt) {
            prompt.layUnderTls();
        }
        return factory().createSocket(socket, host, port, autoClose);
    }

    @Override
    public Socket createSocket() throws IOException {
        return factory().createSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return factory().createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return factory().createSocket(host, port, localHost, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return factory().createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return factory().createSocket(address, port, localAddress, localPort);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory().getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory().getSupportedCipherSuites();
    }

    /** What OkHttp would pin certificates with. We pin none; whom to trust is decided by the factory. */
    private static final class NoPins implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            throw new IllegalStateException("Not asked to decide");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            throw new IllegalStateException("Not asked to decide");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
