package io.encord4j.fake.internal.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * Javalin's servlet in a Jetty that this class owns, so that starting prints nothing, closing lets requests finish, and
 * a connection can be reset. Every request goes to one handler. Any number of servers can run in a JVM.
 */
public final class HttpServer implements AutoCloseable {

    private static final String THREADS = "encord4j-fake-server";
    private static final int MOST_THREADS = 1024;
    private static final int FEWEST_THREADS = 4;
    private static final int THREAD_IDLE_MILLIS = 10_000;
    private static final int CONNECTION_IDLE_MILLIS = 300_000;
    /** An upload is read and written in pieces of this size; Jetty's own 8 KiB make eight times as many system calls. */
    private static final int INPUT_BUFFER = 64 * 1024;

    /** A connection holds as much while its request is incomplete. */
    static final int LONGEST_REQUEST_LINE_AND_HEADERS = 64 * 1024;

    private static final Answer BUSY = Answer.json(
                    503, AnswerBody.of("{\"message\": \"The server handles as many requests as it can.\"}"))
            .withHeader("Retry-After", "1");

    private final Server server;
    private final ServerConnector connector;
    private final InFlight inFlight;
    private final HttpServerConfig config;
    private volatile int port;

    private HttpServer(Server server, ServerConnector connector, InFlight inFlight, HttpServerConfig config) {
        this.server = server;
        this.connector = connector;
        this.inFlight = inFlight;
        this.config = config;
    }

    /** Answers requests. Called by many threads at once. */
    @FunctionalInterface
    public interface Handler {

        /**
         * Answers one request.
         *
         * @param exchange the request, and the way to answer it
         */
        void handle(HttpExchange exchange);

        /**
         * Tells whether a request is handled however busy the server is.
         *
         * @param exchange the request
         * @return whether there is a reserve of threads for it
         */
        default boolean usesReserve(HttpExchange exchange) {
            return false;
        }
    }

    /**
     * Starts a server. When this method returns it answers.
     *
     * @param config how it listens
     * @param handler what answers
     * @return the running server
     * @throws BindException if the address is taken or is none of this machine
     * @throws IOException if the server cannot start for another reason
     */
    public static HttpServer start(HttpServerConfig config, Handler handler) throws IOException {
        // Jetty's own queue asks the platform's beans for the size of a pointer, and loading those takes longer than
        // all of Javalin.
        QueuedThreadPool threads =
                new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS, THREAD_IDLE_MILLIS, new LinkedBlockingQueue<>());
        threads.setName(THREADS);
        threads.setMaxEvictCount(
                MOST_THREADS); // A burst of requests leaves no threads; Jetty's default ends one in ten seconds.
        threads.setDaemon(true);
        Server server = new Server(threads, new ScheduledExecutorScheduler(THREADS + "-timer", true), null);
        server.setErrorHandler(new BareErrorHandler());
        ServerConnector connector = connector(server, config);
        server.addConnector(connector);
        BaseUrls baseUrls = new BaseUrls(config, connector::getLocalPort);
        InFlight inFlight = new InFlight();
        ConnectionBudget connections = new ConnectionBudget(config.limits());
        connector.addBean(connections);
        Handler counted = counted(handler, inFlight, connections, config.limits());
        server.setHandler(context(servlet(counted, baseUrls, config.limits())));
        HttpServer started = new HttpServer(server, connector, inFlight, config);
        started.open();
        return started;
    }

    /**
     * Tells the port.
     *
     * @return the port that the server listens on, or listened on before it was closed
     */
    public int port() {
        return port;
    }

    /**
     * Tells the server's own URL.
     *
     * @return scheme, host and port, without a trailing slash
     */
    public String url() {
        return BaseUrls.url("http", config.host(), port);
    }

    /** Stops listening, lets requests in progress finish within the grace period, and ends all threads. */
    @Override
    public void close() {
        connector.close();
        inFlight.close(config.gracePeriod());
        connector.getConnectedEndPoints().forEach(EndPoint::close);
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server did not stop in order: " + e.getMessage(), e);
        } finally {
            server.destroy();
        }
    }

    private void open() throws IOException {
        try {
            server.start();
            port = connector.getLocalPort();
        } catch (Exception e) {
            close();
            if (e.getCause() instanceof BindException cause) {
                BindException taken = new BindException("Cannot listen on " + config.host() + ":" + connector.getPort()
                        + ": " + cause.getMessage() + ". Is another server running there?");
                taken.initCause(e);
                throw taken;
            }
            throw new IOException("The server cannot start: " + e.getMessage(), e);
        }
    }

    private static ServerConnector connector(Server server, HttpServerConfig config) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(LONGEST_REQUEST_LINE_AND_HEADERS);
        http.setUriCompliance(UriCompliance.UNSAFE);
        HttpConnectionFactory connections = new SerialConnections(http);
        connections.setInputBufferSize(INPUT_BUFFER);
        ServerConnector connector = new ServerConnector(server, 1, 1, connections);
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setAcceptedTcpNoDelay(true);
        connector.setIdleTimeout(CONNECTION_IDLE_MILLIS);
        return connector;
    }

    /** Counts the exchanges, and lets only so many have a thread; one that is held needs none. */
    private static Handler counted(
            Handler handler, InFlight inFlight, ConnectionBudget connections, ClientLimits limits) {
        Semaphore ordinary = new Semaphore(limits.atOnce());
        Semaphore reserve = new Semaphore(limits.reserve());
        return exchange -> {
            boolean usesReserve = handler.usesReserve(exchange);
            Semaphore threads = usesReserve ? reserve : ordinary;
            if (!inFlight.begin()) {
                exchange.hangUp();
                return;
            }
            boolean affordable = connections.begin(exchange.endPoint()) || usesReserve;
            exchange.whenOver(failure -> {
                connections.end(exchange.endPoint());
                inFlight.end();
            });
            if (!affordable || !threads.tryAcquire()) {
                exchange.refuse(BUSY);
                return;
            }
            try {
                handler.handle(exchange);
            } finally {
                threads.release();
            }
        };
    }

    private static ServletContextHandler context(Servlet servlet) {
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath("/");
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        context.addServlet(new ServletHolder(servlet), "/*");
        return context;
    }

    /** One filter for every method and path: the routes are in the handler, where they can be read in one place. */
    private static Servlet servlet(Handler handler, BaseUrls baseUrls, ClientLimits limits) {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.startupWatcherEnabled = false;
                    config.http.compressionStrategy = CompressionStrategy.NONE;
                    config.routes.before(context -> {
                        HttpExchange exchange =
                                new HttpExchange(context.req(), context.res(), baseUrls, limits.patience());
                        handler.handle(exchange);
                        exchange.held().ifPresent(context::future);
                        context.skipRemainingHandlers();
                    });
                })
                .javalinServlet();
    }
}
