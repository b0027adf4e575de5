package io.encord4j.fake.dispatch;

import io.encord4j.fake.auth.Authentication;
import io.encord4j.fake.auth.Authentication.Bearer;
import io.encord4j.fake.auth.Authentication.BodySigned;
import io.encord4j.fake.auth.Authentication.MessageSigned;
import io.encord4j.fake.auth.Authentication.Refused;
import io.encord4j.fake.auth.CreatedWindow;
import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.http.Answer;
import io.encord4j.fake.http.IncomingRequest;
import io.encord4j.fake.platform.Actor;
import io.encord4j.fake.platform.Refusal;
import io.encord4j.fake.platform.RefusedException;
import io.encord4j.fake.platform.SignIn;
import io.encord4j.fake.platform.World;
import io.encord4j.fake.platform.model.ApiKey;
import io.encord4j.fake.platform.model.Choices;
import io.encord4j.fake.platform.model.Identities;
import io.encord4j.fake.platform.model.PlatformState;
import io.encord4j.fake.platform.model.RefusalKind;
import io.encord4j.fake.storage.SignedLinks;
import io.encord4j.fake.storage.SignedUrls;
import java.util.Objects;
import java.util.Optional;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A request to RPC or REST: the caller is made out, then the service answers or words the refusal. */
final class ApiHandling implements Handling {

    private static final String UNKNOWN_OPERATION = "unknown";

    private final ApiService service;
    private final IncomingRequest request;
    private final ByteString body;
    private final Authentication authentication;
    private final ServedWorld served;
    private final SignedUrls urls;
    private final String operation;
    private @Nullable String user;

    ApiHandling(
            ApiService service,
            IncomingRequest request,
            ByteString body,
            Authentication authentication,
            ServedWorld served,
            SignedUrls urls) {
        this.service = service;
        this.request = request;
        this.body = body;
        this.authentication = authentication;
        this.served = served;
        this.urls = urls;
        this.operation = Objects.requireNonNullElse(service.operation(request, body), UNKNOWN_OPERATION);
        this.user = knownUser();
    }

    @Override
    public ServedWorld served() {
        return served;
    }

    @Override
    public String operation() {
        return operation;
    }

    @Override
    public @Nullable String user() {
        return user;
    }

    @Override
    public String bodySha256() {
        return body.sha256().hex();
    }

    @Override
    public Answer serviceError(Effect.ServiceError error) {
        return service.error(error.token(), error.payload(), choices());
    }

    @Override
    public Answer defect() {
        return service.error("UNKNOWN_ERROR", null, choices());
    }

    @Override
    public Answer handle(FaultInjector faults) throws ConnectionEndedException {
        Optional<Answer> withinBody = faults.withinReadBody(body.size());
        if (withinBody.isPresent()) {
            return withinBody.get();
        }
        World world = served.world();
        try {
            Actor actor = signIn(world);
            user = name(actor);
            return service.answer(
                    new ApiCall(request, body, world, actor, new SignedLinks(urls, world, request.baseUrl())));
        } catch (RefusedException e) {
            return service.refused(e.refusal(), request, choices());
        }
    }

    private Actor signIn(World world) {
        PlatformState state = world.observe();
        if (authentication instanceof BodySigned signed) {
            return SignIn.bySshKey(world, signed.publicKey());
        }
        if (authentication instanceof MessageSigned signed) {
            Choices choices = state.choices();
            CreatedWindow window = new CreatedWindow(choices.createdPast(), choices.createdFuture());
            Optional<Refused> refusal = window.refusal(signed, world.clock().instant());
            if (refusal.isPresent()) {
                throw notAuthenticated(refusal.get().detail());
            }
            return SignIn.bySshKey(world, signed.publicKey());
        }
        if (authentication instanceof Bearer bearer) {
            return SignIn.byBearerToken(state, bearer.token());
        }
        if (authentication instanceof Authentication.ApiKey key) {
            return SignIn.byApiKey(state, key.key(), Objects.requireNonNullElse(request.header("ResourceID"), ""));
        }
        throw notAuthenticated(((Refused) authentication).detail());
    }

    private @Nullable String knownUser() {
        Identities identities = served.world().observe().identities();
        if (authentication instanceof Bearer bearer) {
            return identities.bearerTokens().get(bearer.token());
        }
        if (authentication instanceof Authentication.ApiKey given) {
            ApiKey key = identities.apiKeys().get(given.key());
            return key == null ? null : keyName(key);
        }
        String publicKey = authentication instanceof Refused ? null : Credentials.publicKey(authentication);
        return publicKey == null ? null : identities.sshKeys().get(publicKey);
    }

    private static String name(Actor actor) {
        return actor instanceof Actor.Person person ? person.user().hash() : keyName(((Actor.KeyHolder) actor).key());
    }

    private static String keyName(ApiKey key) {
        return "key " + key.keyHash();
    }

    private Choices choices() {
        return served.world().observe().choices();
    }

    private static RefusedException notAuthenticated(String detail) {
        return new Refusal(RefusalKind.NOT_AUTHENTICATED, detail).thrown();
    }
}
