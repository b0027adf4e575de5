package io.encord4j.fake.internal.control;

import io.encord4j.fake.FakeUser;
import io.encord4j.fake.internal.control.ControlRoute.Endpoint;
import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.seed.JsonFields;
import io.encord4j.fake.internal.seed.SeedText;
import io.encord4j.fake.internal.worlds.CredentialIssuer;
import io.encord4j.fake.internal.worlds.ServedWorld;
import io.encord4j.fake.internal.worlds.Worlds;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Making, changing and removing worlds. */
final class WorldEndpoints {

    private static final String WORLDS = "/_fake/worlds";
    private static final String WORLD = WORLDS + "/{world}";
    private static final int MOST_SNAPSHOTS = 1_000;

    private final Worlds worlds;

    /** By the world itself, so that neither a removed world nor a later one of its name has them. */
    private final Map<ServedWorld, Map<String, PlatformState>> snapshots = new WeakHashMap<>();

    WorldEndpoints(Worlds worlds) {
        this.worlds = worlds;
    }

    List<ControlRoute> routes() {
        return List.of(
                get(WORLDS, call -> list()),
                post(WORLDS, this::create),
                get(WORLD, call -> ControlAnswers.json(describe(call.world()))),
                ControlRoute.of("DELETE", WORLD, this::remove),
                post(WORLD + "/reset", this::reset),
                post(WORLD + "/fork", call -> ControlAnswers.json(201, describe(worlds.fork(call.world())))),
                post(WORLD + "/snapshots", this::takeSnapshot),
                post(WORLD + "/snapshots/{snapshot}/restore", this::restore),
                post(WORLD + "/users", this::issue),
                get(WORLD + "/choices", call -> choices(call.world())),
                ControlRoute.of("PUT", WORLD + "/choices", WorldEndpoints::changeChoices),
                post(WORLD + "/seed", this::seed),
                get(
                        WORLD + "/export",
                        call -> ControlAnswers.json(
                                worlds.seeds().export(call.world().world()))));
    }

    private static ControlRoute get(String template, Endpoint endpoint) {
        return ControlRoute.of("GET", template, endpoint);
    }

    private static ControlRoute post(String template, Endpoint endpoint) {
        return ControlRoute.of("POST", template, endpoint);
    }

    private Answer list() {
        return ControlAnswers.json(SeedText.object(
                "worlds", worlds.all().stream().map(WorldEndpoints::describe).toList()));
    }

    private Answer create(ControlCall call) throws IOException {
        JsonFields fields = call.fields();
        String id = fields.text("id");
        fields.end();
        return ControlAnswers.json(201, describe(id == null ? worlds.create() : worlds.create(id)));
    }

    private Answer remove(ControlCall call) {
        ServedWorld world = call.world();
        if (world.equals(worlds.defaultWorld())) {
            throw ControlException.wrong("The default world stays; reset it instead.");
        }
        worlds.remove(world);
        synchronized (snapshots) {
            Map<String, PlatformState> taken = snapshots.remove(world);
            if (taken != null) {
                taken.values().forEach(world.world()::forget);
            }
        }
        return ControlAnswers.nothing();
    }

    private Answer reset(ControlCall call) {
        ServedWorld served = call.world();
        served.reset();
        return ControlAnswers.json(describe(served));
    }

    private Answer takeSnapshot(ControlCall call) {
        ServedWorld served = call.world();
        PlatformState state = served.world().snapshot();
        synchronized (snapshots) {
            Map<String, PlatformState> known = snapshots.computeIfAbsent(served, world -> new LinkedHashMap<>());
            if (known.size() >= MOST_SNAPSHOTS) {
                throw ControlException.wrong("A world keeps at most " + MOST_SNAPSHOTS
                        + " snapshots. Restore one of them, or use another world.");
            }
            String id = "snapshot-" + (known.size() + 1);
            known.put(id, state);
            return ControlAnswers.json(201, SeedText.object("id", id));
        }
    }

    private Answer restore(ControlCall call) {
        ServedWorld served = call.world();
        String id = call.pathValue("snapshot");
        PlatformState state;
        synchronized (snapshots) {
            state = snapshots.getOrDefault(served, Map.of()).get(id);
        }
        if (state == null) {
            throw new ControlException(404, "World " + served.world().id() + " has no snapshot " + id + ".");
        }
        served.world().restore(state);
        return ControlAnswers.json(describe(served));
    }

    private Answer issue(ControlCall call) throws IOException {
        ServedWorld served = call.world();
        JsonFields fields = call.fields();
        String email = fields.requiredText("email");
        fields.end();
        FakeUser issued = CredentialIssuer.issue(served.world(), email);
        return ControlAnswers.json(
                201,
                SeedText.object(
                        "hash", issued.hash(),
                        "email", issued.email(),
                        "sshPrivateKey", issued.sshPrivateKey(),
                        "sshPublicKey", issued.sshPublicKey(),
                        "bearerToken", issued.bearerToken()));
    }

    private static Answer choices(ServedWorld served) {
        return ControlAnswers.json(ChoicesJson.write(served.world().observe().choices()));
    }

    private static Answer changeChoices(ControlCall call) throws IOException {
        ServedWorld served = call.world();
        JsonFields fields = call.fields();
        served.world()
                .change(tx -> tx.become(tx.state()
                        .withChoices(ChoicesJson.read(fields, tx.state().choices()))));
        return choices(served);
    }

    private Answer seed(ControlCall call) throws IOException {
        ServedWorld served = call.world();
        worlds.seeds().apply(served.world(), call.json());
        return ControlAnswers.json(describe(served));
    }

    private static Map<String, @Nullable Object> describe(ServedWorld served) {
        PlatformState state = served.world().observe();
        return SeedText.object(
                "id", served.world().id(),
                "now", served.world().clock().instant().toString(),
                "users", state.identities().users().size(),
                "datasets", state.datasets().size(),
                "rows",
                        state.datasets().values().stream()
                                .mapToInt(dataset -> dataset.rows().size())
                                .sum(),
                "folders", state.files().folders().byUuid().size(),
                "items", state.files().items().size(),
                "jobs", state.work().jobs().size(),
                "tasks",
                        state.work().tasks().size()
                                + state.files().folders().encodings().size(),
                "faults", served.faults().receipts().size(),
                "exchanges", served.journal().lastSequence());
    }
}
