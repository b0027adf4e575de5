package io.encord4j.fake.internal.control;

import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.Files;
import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.User;
import io.encord4j.fake.internal.seed.SeedText;
import io.encord4j.fake.internal.storage.ObjectUrls;
import io.encord4j.fake.internal.storage.UrlSigner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is in a world, to look at: no secrets, and pieces of lists, since datasets can have a million rows. */
final class ViewEndpoints {

    private static final String WORLD = "/_fake/worlds/{world}";

    private final UrlSigner urls;

    ViewEndpoints(UrlSigner urls) {
        this.urls = urls;
    }

    List<ControlRoute> routes() {
        return List.of(
                ControlRoute.of("GET", WORLD + "/users", ViewEndpoints::users),
                ControlRoute.of("GET", WORLD + "/datasets", ViewEndpoints::datasets),
                ControlRoute.of("GET", WORLD + "/datasets/{dataset}", ViewEndpoints::dataset),
                ControlRoute.of("GET", WORLD + "/datasets/{dataset}/rows", this::rows),
                ControlRoute.of("GET", WORLD + "/folders", ViewEndpoints::folders),
                ControlRoute.of("GET", WORLD + "/folders/{folder}", ViewEndpoints::folder),
                ControlRoute.of("GET", WORLD + "/folders/{folder}/items", this::items));
    }

    private static Answer users(ControlCall call) {
        return Piece.of(call, "users", state(call).identities().users().values(), ViewEndpoints::describe);
    }

    private static Map<String, @Nullable Object> describe(User user) {
        return SeedText.object(
                "hash", user.hash(),
                "email", user.email(),
                "organisationAdmin", user.organisationAdmin());
    }

    private static Answer datasets(ControlCall call) {
        PlatformState state = state(call);
        return Piece.of(call, "datasets", state.datasets().values(), dataset -> describe(dataset, state));
    }

    private static Map<String, @Nullable Object> describe(Dataset dataset, PlatformState state) {
        return SeedText.object(
                "hash", dataset.hash(),
                "title", dataset.title(),
                "location", dataset.location().name(),
                "owner", email(dataset.owner(), state),
                "createdAt", dataset.createdAt().toString(),
                "backingFolder", text(dataset.backingFolder()),
                "rows", dataset.rows().size());
    }

    private static Answer dataset(ControlCall call) {
        PlatformState state = state(call);
        return ControlAnswers.json(describe(dataset(call, state), state));
    }

    private Answer rows(ControlCall call) {
        PlatformState state = state(call);
        ItemJson items = items(call, state);
        return Piece.of(call, "rows", dataset(call, state).rows().values(), items::row);
    }

    private static Dataset dataset(ControlCall call, PlatformState state) {
        String hash = call.pathValue("dataset");
        Dataset dataset = state.datasets().get(hash);
        if (dataset == null) {
            throw new ControlException(404, "World " + call.pathValue("world") + " has no dataset " + hash + ".");
        }
        return dataset;
    }

    /** Lists the folders directly in another, or those at the top. */
    private static Answer folders(ControlCall call) {
        PlatformState state = state(call);
        Files files = state.files();
        String in = call.parameter("in");
        Stream<Folder> folders = in == null
                ? files.folders().byUuid().values().stream().filter(folder -> folder.parent() == null)
                : files.folders().in(folder(call, state, in).uuid());
        List<Folder> byAge =
                folders.sorted(Comparator.comparingLong(Folder::number)).toList();
        return Piece.of(call, "folders", byAge, folder -> describe(folder, state));
    }

    private static Answer folder(ControlCall call) {
        PlatformState state = state(call);
        return ControlAnswers.json(describe(folder(call, state, call.pathValue("folder")), state));
    }

    private static Map<String, @Nullable Object> describe(Folder folder, PlatformState state) {
        List<Map<String, @Nullable Object>> around = new ArrayList<>(state.files()
                .folders()
                .upwardsFrom(folder.parent())
                .map(outer -> SeedText.object(
                        "uuid", outer.uuid().toString(), "name", outer.about().name()))
                .toList());
        Collections.reverse(around);
        return SeedText.object(
                "uuid", folder.uuid().toString(),
                "name", folder.about().name(),
                "description", folder.about().description(),
                "path", around,
                "owner", email(folder.owner(), state),
                "createdAt", folder.createdAt().toString(),
                "dataset", folder.dataset(),
                "cloudSynced", folder.source() != null,
                "folders", state.files().folders().in(folder.uuid()).count(),
                "items", folder.contents().byAge().size());
    }

    private Answer items(ControlCall call) {
        PlatformState state = state(call);
        Folder folder = folder(call, state, call.pathValue("folder"));
        ItemJson items = items(call, state);
        return Piece.of(
                call,
                "items",
                folder.contents().byAge(),
                place -> items.item(Objects.requireNonNull(state.files().items().get(place.uuid()))));
    }

    private static Folder folder(ControlCall call, PlatformState state, String text) {
        Folder folder = state.files().folders().find(UUID.fromString(text));
        if (folder == null) {
            throw new ControlException(404, "World " + call.pathValue("world") + " has no folder " + text + ".");
        }
        return folder;
    }

    private ItemJson items(ControlCall call, PlatformState state) {
        World world = call.world().world();
        return new ItemJson(
                state.files(), new ObjectUrls(urls, world, call.request().baseUrl()));
    }

    private static PlatformState state(ControlCall call) {
        return call.world().world().observe();
    }

    private static String email(String userHash, PlatformState state) {
        User user = state.identities().users().get(userHash);
        return user == null ? userHash : user.email();
    }

    private static @Nullable String text(@Nullable UUID uuid) {
        return uuid == null ? null : uuid.toString();
    }
}
