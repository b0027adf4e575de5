package io.encord4j.fake.internal.control;

import io.encord4j.fake.internal.dispatch.Dispatcher;
import io.encord4j.fake.internal.dispatch.Reply;
import io.encord4j.fake.internal.http.HttpExchange;
import io.encord4j.fake.internal.platform.Alarm;
import io.encord4j.fake.internal.storage.BlobStore;
import io.encord4j.fake.internal.storage.UrlSigner;
import io.encord4j.fake.internal.worlds.Worlds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The endpoints under {@code /_fake/}, by which a test in any language does what the embedded API does. */
public final class ControlEndpoints implements Dispatcher.ControlService {

    private static final String HEALTH = "/_fake/health";

    private final Worlds worlds;
    private final BlobStore blobs;
    private final UrlSigner urls;
    private final ExchangeCounts counts;
    private final Alarm alarm;
    private final ControlAccess access;
    private @Nullable List<ControlRoute> table;

    /**
     * Makes the endpoints.
     *
     * @param alarm ends what waits too long
     * @param access who may use them
     */
    public ControlEndpoints(
            Worlds worlds, BlobStore blobs, UrlSigner urls, ExchangeCounts counts, Alarm alarm, ControlAccess access) {
        this.worlds = worlds;
        this.blobs = blobs;
        this.urls = urls;
        this.counts = counts;
        this.alarm = alarm;
        this.access = access;
    }

    @Override
    public Reply answer(HttpExchange request) throws IOException {
        try {
            if (ConsolePage.isAsked(request)) {
                access.checkPage(request.isFromLoopback(), request);
                return new Reply.Now(ConsolePage.answer(request));
            }
            // Whoever watches over a container asks from outside, and learns nothing but that it runs.
            if (request.path().equals(HEALTH) && request.method().equals("GET")) {
                return new Reply.Now(ServerEndpoints.health());
            }
            access.check(request.isFromLoopback(), request);
            return route(request);
        } catch (ControlException e) {
            return new Reply.Now(ControlAnswers.message(e.status(), String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            return new Reply.Now(ControlAnswers.message(400, String.valueOf(e.getMessage())));
        }
    }

    /** Made when it is first used, which many an embedded server never sees; it takes a while in a JVM that is new. */
    synchronized List<ControlRoute> routes() {
        if (table == null) {
            List<ControlRoute> all = new ArrayList<>();
            all.addAll(new ServerEndpoints(worlds, blobs, counts).routes());
            all.addAll(new WorldEndpoints(worlds).routes());
            all.addAll(TimeEndpoints.routes());
            all.addAll(new ViewEndpoints(urls).routes());
            all.addAll(WorkEndpoints.routes());
            all.addAll(FaultEndpoints.routes());
            all.addAll(new JournalEndpoints(alarm).routes());
            table = List.copyOf(all);
        }
        return table;
    }

    private Reply route(HttpExchange request) throws IOException {
        List<ControlRoute> ofPath = routes().stream()
                .filter(route -> route.match(request.path()).isPresent())
                .toList();
        for (ControlRoute route : ofPath) {
            Optional<Map<String, String>> values = route.match(request.path());
            if (route.method().equals(request.method()) && values.isPresent()) {
                return route.endpoint().answer(new ControlCall(request, values.get(), worlds));
            }
        }
        if (ofPath.isEmpty()) {
            throw new ControlException(
                    404,
                    "There is no such control endpoint. GET /_fake/openapi.yaml describes those that there are,"
                            + " /_fake/encord-openapi.yaml the service itself;"
                            + " for people there is a page at /.");
        }
        String methods = ofPath.stream().map(ControlRoute::method).collect(Collectors.joining(", "));
        return new Reply.Now(
                ControlAnswers.message(405, "This path takes " + methods + ".").withHeader("Allow", methods));
    }
}
