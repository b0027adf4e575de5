package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.internal.auth.Authentication;
import io.encord4j.fake.internal.auth.Authenticator;
import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.DamagedBodyException;
import io.encord4j.fake.internal.http.HttpExchange;
import io.encord4j.fake.internal.http.HttpServer;
import io.encord4j.fake.internal.storage.StorageHandler;
import io.encord4j.fake.internal.storage.UrlSigner;
import io.encord4j.fake.internal.worlds.ServedWorld;
import io.encord4j.fake.internal.worlds.Worlds;
import java.io.IOException;
import java.util.function.UnaryOperator;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The routing table of the server: which request goes where, and what it takes to get there. */
public final class Dispatcher implements HttpServer.Handler {

    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final String USER_RPC = "/public/user";
    private static final String RESOURCE_RPC = "/public";
    private static final String REST = "/v2/public/";
    private static final String PAGE = "/";
    private static final String CONTROL = "/_fake";

    private final Worlds worlds;
    private final Services services;
    private final UrlSigner urls;
    private final long mostBodyBytes;
    private final Pauses pauses;
    private final Authenticator authenticator = new Authenticator();

    /**
     * What is behind the routes.
     *
     * @param rpc {@code POST /public} and {@code POST /public/user}
     * @param rest {@code /v2/public/}
     * @param storage {@code /storage/}
     * @param control {@code /_fake/}
     */
    public record Services(ApiService rpc, ApiService rest, StorageHandler storage, ControlService control) {}

    /** What answers beside the platform. Neither faults nor the journal concern it. */
    @FunctionalInterface
    public interface ControlService {

        /**
         * Answers a request.
         *
         * @return the answer, or what it has to wait for
         * @throws IOException if the connection is lost
         */
        Reply answer(HttpExchange request) throws IOException;
    }

    /**
     * Makes a dispatcher.
     *
     * @param worlds where requests may lead
     * @param services what is behind the routes
     * @param urls what signs the URLs in answers
     * @param mostBodyBytes how large the body of an API call may be
     * @param pauses lets faults wait
     */
    public Dispatcher(Worlds worlds, Services services, UrlSigner urls, long mostBodyBytes, Pauses pauses) {
        this.worlds = worlds;
        this.services = services;
        this.urls = urls;
        this.mostBodyBytes = mostBodyBytes;
        this.pauses = pauses;
    }

    @Override
    public void handle(HttpExchange http) {
        String path = http.path();
        boolean post = http.method().equals("POST");
        if (path.equals(RESOURCE_RPC) && post) {
            api(http, services.rpc(), body -> authenticator.ofRpc(http::headers, body.toByteArray()));
        } else if (path.equals(USER_RPC) && post) {
            api(http, services.rpc(), body -> userLevel(authenticator.ofRpc(http::headers, body.toByteArray())));
        } else if (path.startsWith(REST)) {
            api(
                    http,
                    services.rest(),
                    body -> authenticator.ofRest(http.method(), http.target(), http::headers, body.toByteArray()));
        } else if (path.startsWith(UrlSigner.PREFIX)) {
            StorageHandling handling = new StorageHandling(services.storage(), http, worlds);
            if (isShownByOwnPage(http)) {
                unseen(http, () -> new Reply.Now(handling.answer()));
            } else {
                run(http, handling);
            }
        } else if (usesReserve(http)) {
            unseen(http, () -> services.control().answer(http));
        } else if (path.equals(RESOURCE_RPC) || path.equals(USER_RPC)) {
            run(
                    http,
                    new PlainHandling(
                            worlds.defaultWorld(), PlainHandling.message(405, "RPC calls are sent by POST.")));
        } else {
            run(
                    http,
                    new PlainHandling(
                            worlds.defaultWorld(), PlainHandling.message(404, "There is nothing at this path.")));
        }
    }

    @Override
    public boolean usesReserve(HttpExchange http) {
        String path = http.path();
        boolean page = path.equals(PAGE)
                && (http.method().equals("GET") || http.method().equals("HEAD"));
        return page || path.equals(CONTROL) || path.startsWith(CONTROL + "/");
    }

    /** Whoever looks at a world must not change what its journal says and its faults do; only browsers send this field. */
    private static boolean isShownByOwnPage(HttpExchange http) {
        return reads(http) && "same-origin".equals(http.header("Sec-Fetch-Site"));
    }

    private static boolean reads(HttpExchange http) {
        return http.method().equals("GET") || http.method().equals("HEAD");
    }

    private void api(HttpExchange http, ApiService service, Credential credential) {
        try {
            ApiBody body = new ApiBody(http.body(), mostBodyBytes);
            boolean early = worlds.any(served -> served.faults().strikesWithinRequests());
            if (early) {
                readHead(body, http, service);
            } else {
                body.readAll();
            }
            Authentication claim = credential.of(early ? ByteString.EMPTY : body.content());
            run(http, new ApiHandling(service, http, body, credential, claim, Credentials.world(worlds, claim), urls));
        } catch (ApiBody.TooLargeException e) {
            ServedWorld served = claimed(credential);
            Answer refusal =
                    service.tooLarge(mostBodyBytes, served.world().observe().choices());
            run(http, new PlainHandling(served, refusal));
        } catch (DamagedBodyException e) {
            run(http, new PlainHandling(claimed(credential), PlainHandling.damaged(e)));
        } catch (IOException e) {
            run(http, PlainHandling.cut(claimed(credential), e));
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "The fake server failed before it knew the operation.", e);
            ServedWorld served = worlds.defaultWorld();
            Answer defect = service.error(
                    "UNKNOWN_ERROR", null, served.world().observe().choices());
            run(http, new PlainHandling(served, defect));
        }
    }

    /** A fault within the body strikes when it is due, so the call it is to strike must be made out before that. */
    private static void readHead(ApiBody body, HttpExchange http, ApiService service) throws IOException {
        while (!body.isComplete() && service.operation(http, body.content()) == null) {
            body.readMore();
        }
    }

    private ServedWorld claimed(Credential credential) {
        return Credentials.world(worlds, credential.of(ByteString.EMPTY));
    }

    private static Authentication userLevel(Authentication authentication) {
        return authentication instanceof Authentication.ApiKey
                ? new Authentication.Refused(
                        Authentication.Reason.UNSUPPORTED, "API keys do not work on the user endpoint.")
                : authentication;
    }

    private void run(HttpExchange http, Handling handling) {
        new ExchangeRun(http, handling, pauses).run();
    }

    private static void unseen(HttpExchange http, Control control) {
        Reply reply = defended(control);
        if (reply instanceof Reply.Later later && !later.until().isDone()) {
            http.hold(later.until(), () -> resume(http, later));
        } else if (reply instanceof Reply.Later later) {
            resume(http, later);
        } else if (reply instanceof Reply.Now now) {
            send(http, now.answer());
        } else {
            http.hangUp();
        }
    }

    private static void resume(HttpExchange http, Reply.Later later) {
        if (!later.until().isCancelled()
                && defended(() -> new Reply.Now(later.answer().get())) instanceof Reply.Now now) {
            send(http, now.answer());
        } else {
            http.hangUp();
        }
    }

    private interface Control {
        Reply answer() throws IOException;
    }

    /** Gives null if the connection is lost. */
    private static @Nullable Reply defended(Control control) {
        try {
            return control.answer();
        } catch (DamagedBodyException e) {
            return new Reply.Now(PlainHandling.damaged(e));
        } catch (IOException e) {
            return null;
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "The fake server failed beside its worlds.", e);
            return new Reply.Now(PlainHandling.message(500, "The fake server failed; its log says why."));
        }
    }

    private static void send(HttpExchange http, Answer answer) {
        try {
            http.send(answer, UnaryOperator.identity());
        } catch (IOException e) {
            http.hangUp();
        }
    }
}
