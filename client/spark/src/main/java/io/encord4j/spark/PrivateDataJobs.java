package io.encord4j.spark;

import io.encord4j.EncordDatasetClient;
import io.encord4j.JobResult;
import io.encord4j.Operation;
import io.encord4j.PrivateDataOptions;
import io.encord4j.PrivateFiles;
import io.encord4j.RateLimitExceededException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Upload jobs of bounded size, some at a time. Entries that the dataset has already are skipped by the service, so jobs can be repeated. */
final class PrivateDataJobs {
    private static final int MOST_RATE_LIMITS = 20;

    private final EncordDatasetClient dataset;
    private final String integration;
    private final int jobSize;
    private final int parallelJobs;
    private final Duration timeout;

    PrivateDataJobs(EncordDatasetClient dataset, String integration, int jobSize, int parallelJobs, Duration timeout) {
        this.dataset = dataset;
        this.integration = integration;
        this.jobSize = jobSize;
        this.parallelJobs = parallelJobs;
        this.timeout = timeout;
    }

    /** Registers entries, and tells which were refused. Groups are checked before the first job starts. */
    List<RefusedEntry> run(List<PrivateEntry> entries) {
        List<List<PrivateEntry>> units = units(entries);
        List<RefusedEntry> refused = new ArrayList<>();
        ArrayDeque<Operation<JobResult>> running = new ArrayDeque<>();
        PrivateFiles.Builder files = PrivateFiles.builder().skipDuplicateUrls();
        int size = 0;
        for (List<PrivateEntry> unit : units) {
            if (size > 0 && size + unit.size() > jobSize) {
                start(files, running, refused);
                files = PrivateFiles.builder().skipDuplicateUrls();
                size = 0;
            }
            add(files, unit);
            size += unit.size();
        }
        if (size > 0) {
            start(files, running, refused);
        }
        while (!running.isEmpty()) {
            await(running.remove(), refused);
        }
        return refused;
    }

    private void start(
            PrivateFiles.Builder files, ArrayDeque<Operation<JobResult>> running, List<RefusedEntry> refused) {
        if (running.size() == parallelJobs) {
            await(running.remove(), refused);
        }
        running.add(start(
                files.build(),
                PrivateDataOptions.builder()
                        .tolerateFailures(true)
                        .timeout(timeout)
                        .build()));
    }

    /** A start that was refused for its rate has started nothing, and the next one waits as long as the service has asked. */
    private Operation<JobResult> start(PrivateFiles files, PrivateDataOptions options) {
        for (int i = 1; ; i++) {
            try {
                return dataset.startAddingPrivateData(integration, files, options);
            } catch (RateLimitExceededException e) {
                if (i == MOST_RATE_LIMITS) {
                    throw e;
                }
            }
        }
    }

    private void await(Operation<JobResult> job, List<RefusedEntry> refused) {
        JobResult result = job.await(timeout).orThrow();
        result.unitErrors().forEach(error -> refused.addAll(RefusedEntry.of(error, job.id())));
    }

    /** Single objects, and groups in the order of their positions, whichever task has seen their parts. */
    private static List<List<PrivateEntry>> units(List<PrivateEntry> entries) {
        List<List<PrivateEntry>> units = new ArrayList<>();
        Map<String, List<PrivateEntry>> groups = new LinkedHashMap<>();
        for (PrivateEntry entry : entries) {
            if (entry.group() == null) {
                units.add(List.of(entry));
            } else {
                groups.computeIfAbsent(entry.group(), key -> new ArrayList<>()).add(entry);
            }
        }
        groups.forEach((key, parts) -> {
            parts.sort(Comparator.comparingInt(PrivateEntry::position).thenComparing(PrivateEntry::url));
            check(key, parts);
            units.add(parts);
        });
        return units;
    }

    private static void check(String group, List<PrivateEntry> parts) {
        PrivateEntry first = parts.get(0);
        for (int i = 1; i < parts.size(); i++) {
            PrivateEntry part = parts.get(i);
            if (part.kind() != first.kind() || !Objects.equals(part.title(), first.title())) {
                throw new IllegalArgumentException(
                        "The parts %s and %s of the group \"%s\" have different kinds or titles. Nothing was registered."
                                .formatted(first.url(), part.url(), group));
            }
            if (part.position() == parts.get(i - 1).position()) {
                throw new IllegalArgumentException(
                        "The parts %s and %s of the group \"%s\" have the same position, %d. Nothing was registered."
                                .formatted(parts.get(i - 1).url(), part.url(), group, part.position()));
            }
        }
    }

    private static void add(PrivateFiles.Builder files, List<PrivateEntry> unit) {
        PrivateEntry first = unit.get(0);
        Map<String, @Nullable Object> metadata =
                first.metadata() == null ? null : JsonValues.object(first.metadata(), first.url());
        List<String> urls = unit.stream().map(PrivateEntry::url).toList();
        switch (first.kind()) {
            case VIDEO -> files.video(first.url(), first.title(), metadata);
            case IMAGE -> files.image(first.url(), first.title(), metadata);
            case AUDIO -> files.audio(first.url(), first.title(), metadata);
            case IMAGE_GROUP -> files.imageGroup(title(first), urls, false, metadata);
            case IMAGE_SEQUENCE -> files.imageGroup(title(first), urls, true, metadata);
            case DICOM_SERIES -> files.dicomSeries(title(first), urls, metadata);
        }
    }

    private static String title(PrivateEntry entry) {
        return Objects.requireNonNull(entry.title(), "checked by the task");
    }
}
