package io.encord4j.fake.internal.rest;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.encord4j.fake.Choices;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.dispatch.ApiCall;
import io.encord4j.fake.internal.dispatch.ApiService;
import io.encord4j.fake.internal.dispatch.HeldResult;
import io.encord4j.fake.internal.dispatch.Reply;
import io.encord4j.fake.internal.dispatch.RequestedOperation;
import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.AnswerBody;
import io.encord4j.fake.internal.http.IncomingRequest;
import io.encord4j.fake.internal.platform.Actor;
import io.encord4j.fake.internal.platform.RefusedException;
import io.encord4j.fake.internal.rest.RestRoutes.Match;
import io.encord4j.fake.wire.api.WireOperation;
import io.encord4j.fake.wire.json.WireAdapters;
import java.lang.reflect.Type;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The REST interface: one handler per operation, in one table. */
public final class RestService implements ApiService {

    /** Results that are ignored are still JSON: clients up to 2025 fail on 204. */
    private static final String NOTHING = "null";

    private final Moshi moshi = WireAdapters.moshi();
    private final RestRoutes routes = new RestRoutes();
    private final RestErrors errors = new RestErrors(moshi);
    private final Map<WireOperation, RestHandler> handlers = handlers(moshi);

    /** Makes the interface; it holds no state of its own. */
    public RestService() {}

    @Override
    public @Nullable RequestedOperation operation(IncomingRequest request, ByteString body) {
        return routes.of(request.method(), request.path())
                .map(match -> new RequestedOperation(match.operation().id(), null, null))
                .orElse(null);
    }

    @Override
    public Reply answer(ApiCall call) {
        IncomingRequest request = call.request();
        Optional<Match> match = routes.of(request.method(), request.path());
        return match.isPresent() ? answer(call, match.get()) : new Reply.Now(misrouted(request));
    }

    @Override
    public Answer refused(RefusedException refusal, IncomingRequest request, Choices choices) {
        return errors.refused(refusal);
    }

    @Override
    public Answer error(String token, @Nullable String payload, Choices choices) {
        return errors.error(RestErrors.status(token), token, payload == null ? token : payload);
    }

    @Override
    public Answer tooLarge(long limit, Choices choices) {
        return errors.error(413, "FILE_SIZE", "The body is larger than " + limit + " bytes.");
    }

    private Reply answer(ApiCall call, Match match) {
        RestHandler handler = handlers.get(match.operation());
        if (handler == null) {
            throw new IllegalStateException(
                    "There is no handler for " + match.operation().id() + ".");
        }
        if (!(call.actor() instanceof Actor.Person person)) {
            throw RefusedException.of(RefusalKind.NOT_AUTHENTICATED, "API keys do not work here.");
        }
        RestCall restCall = new RestCall(
                call.world(),
                person.user(),
                call.request().path(),
                match.pathValues(),
                new QueryParameters(call.request().query()),
                call.body(),
                call.links(),
                call.remarks());
        Type type = match.operation().resultType();
        Object result = handler.handle(restCall);
        return result instanceof HeldResult held
                ? new Reply.Later(
                        held.until(), () -> success(type, held.result().get()))
                : new Reply.Now(success(type, result));
    }

    private Answer success(@Nullable Type type, @Nullable Object result) {
        return Answer.json(200, AnswerBody.of(json(type, result)));
    }

    private String json(@Nullable Type type, @Nullable Object result) {
        if (result == null) {
            return NOTHING;
        }
        // What clients ignore has no type in the description, and can have a value all the same. A single id is what
        // one
        // of an earlier release gets where others get a list.
        JsonAdapter<Object> adapter = moshi.adapter(type == null || result instanceof UUID ? result.getClass() : type);
        return adapter.toJson(result);
    }

    private Answer misrouted(IncomingRequest request) {
        List<Match> others = routes.of(request.path());
        if (others.isEmpty()) {
            return errors.error(404, "NOT_FOUND", "There is nothing at this path.");
        }
        String allowed = others.stream()
                .map(match -> match.operation().httpMethod())
                .sorted()
                .collect(Collectors.joining(", "));
        return errors.error(405, "METHOD_NOT_ALLOWED", "This path takes " + allowed + " only.")
                .withHeader("Allow", allowed);
    }

    private static Map<WireOperation, RestHandler> handlers(Moshi moshi) {
        DatasetHandlers datasets = new DatasetHandlers(moshi);
        GroupHandlers groups = new GroupHandlers(moshi);
        UserHandlers users = new UserHandlers();
        Map<WireOperation, RestHandler> handlers = new EnumMap<>(WireOperation.class);
        handlers.put(WireOperation.CREATE_DATASET, datasets::create);
        handlers.put(WireOperation.LIST_DATASETS, datasets::list);
        handlers.put(WireOperation.GET_PRESIGNED_URLS, users::presignedUrls);
        handlers.put(WireOperation.LIST_CLOUD_INTEGRATIONS, users::cloudIntegrations);
        handlers.put(WireOperation.GET_BEARER_TOKEN, users::bearerToken);
        handlers.put(WireOperation.LIST_ORGANISATION_GROUPS, groups::ofOrganisation);
        handlers.put(WireOperation.LIST_DATASET_GROUPS, groups::ofDataset);
        handlers.put(WireOperation.ADD_DATASET_GROUPS, StorageTable.ignored(groups::add));
        handlers.put(WireOperation.REMOVE_DATASET_GROUPS, StorageTable.ignored(groups::remove));
        new StorageTable(moshi).addTo(handlers);
        return handlers;
    }
}
