package io.encord4j.fake.internal.seed;

import io.encord4j.fake.ReEncodePlan;
import io.encord4j.fake.internal.platform.Ocr;
import io.encord4j.fake.internal.platform.Transaction;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.ReEncodeTask;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Re-encoding tasks and texts for OCR, in JSON. */
final class SeedTasks {

    private final Transaction tx;

    SeedTasks(Transaction tx) {
        this.tx = tx;
    }

    void read(JsonFields seed) {
        seed.each("tasks", this::task);
        seed.each("ocrTexts", image -> {
            Ocr.set(tx, image.requiredText("imageHash"), OcrJson.read(image));
            image.end();
        });
    }

    private void task(JsonFields fields) {
        PlatformState state = tx.state();
        int id = fields.smallNumber("id", state.work().lastTaskId() + 1);
        if (id < 1 || state.work().tasks().containsKey(id)) {
            throw fields.wrong("id", "positive and new, or left out");
        }
        String dataset = fields.requiredText("dataset");
        if (!state.datasets().containsKey(dataset)) {
            throw fields.wrong("dataset", "the hash of a dataset of this world");
        }
        Instant startedAt = SeedValues.time(fields, "startedAt", tx.now());
        ReEncodePlan plan = new ReEncodePlan(
                CompletionJson.read(fields), fields.flag("fails", false), Set.copyOf(fields.texts("failingVideos")));
        ReEncodeTask task = new ReEncodeTask(
                id,
                dataset,
                fields.texts("videos"),
                startedAt,
                plan,
                fields.smallNumber("polls", 0),
                ReEncodeTask.Status.SUBMITTED,
                null);
        String ended = fields.text("ended");
        if (ended != null) {
            Instant endedAt = SeedValues.time(fields, "endedAt", tx.now());
            task = task.end(fields.choice("ended", ReEncodeTask.Action.class).status(), endedAt);
        } else if (fields.instant("endedAt") != null) {
            throw fields.wrong("endedAt", "left out unless 'ended' says how");
        }
        fields.end();
        tx.become(state.withWork(state.work().with(task)));
    }

    static Map<String, @Nullable Object> write(PlatformState state) {
        return SeedText.object(
                "tasks",
                state.work().tasks().values().stream().map(SeedTasks::write).toList(),
                "ocrTexts",
                new TreeMap<>(state.files().ocrTexts())
                        .entrySet().stream()
                                .map(entry -> SeedText.object(
                                        "imageHash", entry.getKey(), "texts", OcrJson.write(entry.getValue())))
                                .toList());
    }

    private static Map<String, @Nullable Object> write(ReEncodeTask task) {
        Map<String, @Nullable Object> json = SeedText.object(
                "id", task.id(),
                "dataset", task.datasetHash(),
                "videos", task.videos(),
                "startedAt", task.startedAt().toString(),
                "polls", task.polls(),
                "fails", task.plan().fails(),
                "failingVideos", task.plan().failingVideos().stream().sorted().toList());
        json.putAll(CompletionJson.write(task.plan().completion()));
        if (task.endedAt() != null) {
            ReEncodeTask.Action action =
                    task.status() == ReEncodeTask.Status.DONE ? ReEncodeTask.Action.FINISH : ReEncodeTask.Action.FAIL;
            json.put("ended", action.name());
            json.put("endedAt", task.endedAt().toString());
        }
        return json;
    }
}
