package io.encord4j.fake.internal.control;

import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.platform.ItemEncodings;
import io.encord4j.fake.internal.platform.UploadJobs;
import io.encord4j.fake.internal.platform.World;
import io.encord4j.fake.internal.platform.model.ItemEncoding;
import io.encord4j.fake.internal.platform.model.JobsAndTasks;
import io.encord4j.fake.internal.platform.model.ReEncodeTask;
import io.encord4j.fake.internal.platform.model.UploadJob;
import io.encord4j.fake.internal.platform.model.UploadTarget;
import io.encord4j.fake.internal.seed.JsonFields;
import io.encord4j.fake.internal.seed.SeedText;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Upload jobs, re-encoding tasks of rows and of items, and their ending by hand. */
final class WorkEndpoints {

    private static final String WORLD = "/_fake/worlds/{world}";

    private enum JobAction {
        FINISH,
        CANCEL
    }

    private WorkEndpoints() {}

    static List<ControlRoute> routes() {
        return List.of(
                ControlRoute.of("GET", WORLD + "/jobs", WorkEndpoints::jobs),
                ControlRoute.of("POST", WORLD + "/jobs/{job}/end", WorkEndpoints::endJob),
                ControlRoute.of("GET", WORLD + "/tasks", WorkEndpoints::tasks),
                ControlRoute.of("GET", WORLD + "/item-tasks", WorkEndpoints::itemTasks),
                ControlRoute.of("POST", WORLD + "/item-tasks/{task}/end", WorkEndpoints::endItemTask));
    }

    private static Answer jobs(ControlCall call) {
        return Piece.of(call, "jobs", latestFirst(work(call).jobs().values()), WorkEndpoints::describe);
    }

    private static Answer endJob(ControlCall call) throws IOException {
        String job = call.pathValue("job");
        JsonFields fields = call.fields();
        JobAction action = fields.choice("action", JobAction.class);
        fields.end();
        UploadJob ended = call.world()
                .world()
                .update(tx -> action == JobAction.FINISH ? UploadJobs.finish(tx, job) : UploadJobs.cancel(tx, job));
        return ControlAnswers.json(describe(ended));
    }

    private static Map<String, @Nullable Object> describe(UploadJob job) {
        UUID folder = job.target().folder();
        return SeedText.object(
                "id", job.processHash(),
                "dataset", job.target() instanceof UploadTarget.OfDataset in ? in.hash() : null,
                "folder", folder == null ? null : folder.toString(),
                "status", job.status().name(),
                "units", job.units(),
                "failed", job.outcome().failed(),
                "polls", job.polls(),
                "startedAt", job.startedAt().toString());
    }

    private static Answer tasks(ControlCall call) {
        return Piece.of(call, "tasks", latestFirst(work(call).tasks().values()), WorkEndpoints::describe);
    }

    private static Map<String, @Nullable Object> describe(ReEncodeTask task) {
        return SeedText.object(
                "id", task.id(),
                "dataset", task.datasetHash(),
                "status", task.status().name(),
                "videos", task.videos(),
                "polls", task.polls(),
                "startedAt", task.startedAt().toString());
    }

    private static Answer itemTasks(ControlCall call) {
        World world = call.world().world();
        Instant now = world.clock().instant();
        List<ItemEncoding> latestFirst = world.observe().files().folders().encodings().values().stream()
                .sorted(Comparator.comparing(ItemEncoding::startedAt).reversed())
                .toList();
        return Piece.of(call, "tasks", latestFirst, encoding -> describe(encoding, now));
    }

    private static Answer endItemTask(ControlCall call) throws IOException {
        UUID task = UUID.fromString(call.pathValue("task"));
        JsonFields fields = call.fields();
        ReEncodeTask.Action action = fields.choice("action", ReEncodeTask.Action.class);
        fields.end();
        World world = call.world().world();
        ItemEncoding ended = world.update(tx -> ItemEncodings.end(tx, task, action));
        return ControlAnswers.json(describe(ended, world.clock().instant()));
    }

    private static Map<String, @Nullable Object> describe(ItemEncoding encoding, Instant now) {
        return SeedText.object(
                "id", encoding.uuid().toString(),
                "status", encoding.status(now).name(),
                "items", encoding.items().stream().map(UUID::toString).toList(),
                "polls", encoding.polls(),
                "startedAt", encoding.startedAt().toString());
    }

    private static JobsAndTasks work(ControlCall call) {
        return call.world().world().observe().work();
    }

    private static <T> List<T> latestFirst(Collection<T> oldestFirst) {
        List<T> all = new ArrayList<>(oldestFirst);
        Collections.reverse(all);
        return all;
    }
}
