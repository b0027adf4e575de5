package io.encord4j.fake.internal.dispatch;

import io.encord4j.fake.Choices;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.internal.auth.Authentication;
import io.encord4j.fake.internal.auth.Authentication.Bearer;
import io.encord4j.fake.internal.auth.Authentication.BodySigned;
import io.encord4j.fake.internal.auth.Authentication.MessageSigned;
import io.encord4j.fake.internal.auth.Authentication.Refused;
import io.encord4j.fake.internal.auth.CreatedWindow;
import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.DamagedBodyException;
import io.encord4j.fake.internal.http.IncomingRequest;
import io.encord4j.fake.internal.platform.Actor;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.platform.SignIn;
import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.internal.platform.model.ApiKey;
import io.encord4j.fake.internal.platform.model.Identities;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.storage.ObjectUrls;
import io.encord4j.fake.internal.storage.UrlSigner;
import io.encord4j.fake.internal.worlds.ServedWorld;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A request to RPC or REST: the caller is made out, then the service answers or words the refusal. */
final class ApiHandling implements Handling {

    private static final Pattern NOT_PRINTABLE = Pattern.compile("[^\\x20-\\x7e]|[\"\\\\]");
    private static final int LONGEST_NAME = 100;

    private final ApiService service;
    private final IncomingRequest request;
    private final ApiBody body;
    private final Credential credential;
    private final ServedWorld served;
    private final UrlSigner urls;
    private final RequestedOperation operation;
    private Authentication authentication;
    private @Nullable String user;
    private @Nullable String remark;

    /**
     * Makes out what is asked for and by whom.
     *
     * @param claim what the credential proves; if the body is not complete, a signature proves nothing yet
     */
    ApiHandling(
            ApiService service,
            IncomingRequest request,
            ApiBody body,
            Credential credential,
            Authentication claim,
            ServedWorld served,
            UrlSigner urls) {
        this.service = service;
        this.request = request;
        this.body = body;
        this.credential = credential;
        this.authentication = claim;
        this.served = served;
        this.urls = urls;
        this.operation = printable(service.operation(request, body.content()), request.path());
        this.user = knownUser();
    }

    @Override
    public ServedWorld served() {
        return served;
    }

    @Override
    public RequestedOperation operation() {
        return operation;
    }

    @Override
    public @Nullable String user() {
        return user;
    }

    @Override
    public @Nullable String bodySha256() {
        return body.sha256();
    }

    @Override
    public ByteString body() {
        return body.content();
    }

    @Override
    public @Nullable String remark() {
        return remark;
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
    public Reply handle(BodyDisturbance faults) throws IOException {
        boolean judged = body.isComplete();
        ByteString whole;
        try {
            whole = body.readAll(faults);
        } catch (EarlyAnswerException e) {
            return new Reply.Now(e.answer());
        } catch (DamagedBodyException e) {
            return new Reply.Now(PlainHandling.damaged(e));
        } catch (ApiBody.TooLargeException e) {
            return new Reply.Now(service.tooLarge(e.limit(), choices()));
        }
        if (!judged) {
            authentication = credential.of(whole);
        }
        return answer(whole);
    }

    private Reply answer(ByteString whole) {
        World world = served.world();
        try {
            Actor actor = signIn(world);
            user = name(actor);
            ObjectUrls links = new ObjectUrls(urls, world, request.baseUrl());
            Reply reply = service.answer(new ApiCall(request, whole, world, actor, links, given -> remark = given));
            return reply instanceof Reply.Later later
                    ? new Reply.Later(later.until(), () -> worded(later.answer()))
                    : reply;
        } catch (RefusedException e) {
            return new Reply.Now(service.refused(e, request, choices()));
        }
    }

    private Answer worded(Supplier<Answer> later) {
        try {
            return later.get();
        } catch (RefusedException e) {
            return service.refused(e, request, choices());
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
        boolean disproved = authentication instanceof Refused && body.isComplete();
        String publicKey = disproved ? null : Credentials.publicKey(authentication);
        return publicKey == null ? null : identities.sshKeys().get(publicKey);
    }

    /** An operation that is not known here is named by what the client asked for, if that is printable, or by its path. */
    private static RequestedOperation printable(@Nullable RequestedOperation asked, String path) {
        return asked == null
                ? new RequestedOperation(printable(path), null, null)
                : new RequestedOperation(
                        printable(asked.id()),
                        asked.queryType() == null ? null : printable(asked.queryType()),
                        asked.queryMethod() == null ? null : printable(asked.queryMethod()));
    }

    private static String printable(String text) {
        String printable = NOT_PRINTABLE.matcher(text).replaceAll("?");
        return printable.length() > LONGEST_NAME ? printable.substring(0, LONGEST_NAME) + "…" : printable;
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
        return RefusedException.of(RefusalKind.NOT_AUTHENTICATED, detail);
    }
}
