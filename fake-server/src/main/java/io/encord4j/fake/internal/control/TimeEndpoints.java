package io.encord4j.fake.internal.control;

import io.encord4j.fake.ClockSetting;
import io.encord4j.fake.OcrText;
import io.encord4j.fake.ReEncodePlan;
import io.encord4j.fake.UploadPlan;
import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.platform.Ocr;
import io.encord4j.fake.internal.platform.ReEncoding;
import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.internal.platform.model.ReEncodeTask;
import io.encord4j.fake.internal.seed.CompletionJson;
import io.encord4j.fake.internal.seed.JsonFields;
import io.encord4j.fake.internal.seed.OcrJson;
import io.encord4j.fake.internal.seed.SeedText;
import io.encord4j.fake.internal.worlds.ServedWorld;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Time in a world, what takes time, and what OCR reads. */
final class TimeEndpoints {

    private static final String WORLD = "/_fake/worlds/{world}";

    private enum Mode {
        REAL,
        FROZEN
    }

    private TimeEndpoints() {}

    static List<ControlRoute> routes() {
        return List.of(
                ControlRoute.of("GET", WORLD + "/clock", call -> clock(call.world())),
                ControlRoute.of("PUT", WORLD + "/clock", TimeEndpoints::setClock),
                ControlRoute.of("POST", WORLD + "/clock/advance", TimeEndpoints::advance),
                ControlRoute.of("PUT", WORLD + "/re-encoding", TimeEndpoints::planReEncoding),
                ControlRoute.of("PUT", WORLD + "/upload-jobs", TimeEndpoints::planUploads),
                ControlRoute.of("POST", WORLD + "/tasks/{task}/end", TimeEndpoints::endTask),
                ControlRoute.of("PUT", WORLD + "/ocr/{image}", TimeEndpoints::setOcr));
    }

    private static Answer clock(ServedWorld served) {
        ClockSetting setting = served.world().observe().clock();
        return ControlAnswers.json(SeedText.object(
                "mode", (setting.runs() ? Mode.REAL : Mode.FROZEN).name(),
                "now", served.world().clock().instant().toString(),
                "ahead", setting.ahead().toString(),
                "perPoll", setting.perPoll().toString()));
    }

    private static Answer setClock(ControlCall call) throws IOException {
        ServedWorld served = call.world();
        JsonFields fields = call.fields();
        Mode mode = fields.choice("mode", Mode.class);
        Instant at = fields.instant("at");
        Duration perPoll = fields.duration("perPoll");
        fields.end();
        if (mode == Mode.REAL && at != null) {
            throw fields.wrong("at", "left out unless the mode is FROZEN");
        }
        World world = served.world();
        Instant frozenAt = at == null ? world.clock().instant() : at;
        ClockSetting setting = mode == Mode.REAL ? ClockSetting.REAL : ClockSetting.frozen(frozenAt);
        ClockSetting stepping = setting.stepping(perPoll == null ? Duration.ZERO : perPoll);
        world.change(tx -> tx.become(tx.state().withClock(stepping)));
        return clock(served);
    }

    private static Answer advance(ControlCall call) throws IOException {
        ServedWorld served = call.world();
        JsonFields fields = call.fields();
        Duration by = fields.requiredDuration("by");
        fields.end();
        served.world().advance(by);
        return clock(served);
    }

    private static Answer planReEncoding(ControlCall call) throws IOException {
        ServedWorld served = call.world();
        JsonFields fields = call.fields();
        ReEncodePlan plan = new ReEncodePlan(
                CompletionJson.read(fields), fields.flag("fails", false), Set.copyOf(fields.texts("failingVideos")));
        fields.end();
        served.world().change(tx -> tx.become(tx.state().withReEncoding(plan)));
        return ControlAnswers.nothing();
    }

    private static Answer planUploads(ControlCall call) throws IOException {
        ServedWorld served = call.world();
        JsonFields fields = call.fields();
        UploadPlan plan = new UploadPlan(CompletionJson.read(fields), fields.textMap("failingLinks"));
        fields.end();
        served.world().change(tx -> tx.become(tx.state().withUploads(plan)));
        return ControlAnswers.nothing();
    }

    private static Answer endTask(ControlCall call) throws IOException {
        ServedWorld served = call.world();
        int task = call.number("task");
        JsonFields fields = call.fields();
        ReEncodeTask.Action action = fields.choice("action", ReEncodeTask.Action.class);
        fields.end();
        ReEncodeTask ended = served.world().update(tx -> ReEncoding.end(tx, task, action));
        return ControlAnswers.json(
                SeedText.object("id", ended.id(), "status", ended.status().name()));
    }

    private static Answer setOcr(ControlCall call) throws IOException {
        ServedWorld served = call.world();
        JsonFields fields = call.fields();
        List<OcrText> texts = OcrJson.read(fields);
        fields.end();
        served.world().change(tx -> Ocr.set(tx, call.pathValue("image"), texts));
        return ControlAnswers.nothing();
    }
}
