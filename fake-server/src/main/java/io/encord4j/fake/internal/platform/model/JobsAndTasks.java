package io.encord4j.fake.internal.platform.model;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;

/**
 * Long work, running or ended.
 *
 * @param jobs upload job by process hash
 * @param tasks re-encoding task by id
 * @param timedJobs when time will end which pending job
 * @param timedTasks when time will end which pending task
 * @param lastTaskId the id given last, 0 at first
 */
public record JobsAndTasks(
        PersistentMap<String, UploadJob> jobs,
        PersistentMap<Integer, ReEncodeTask> tasks,
        PersistentMap<String, Instant> timedJobs,
        PersistentMap<Integer, Instant> timedTasks,
        int lastTaskId) {

    /** Nothing was ever started. */
    public static final JobsAndTasks NONE = new JobsAndTasks(
            ExtensionsKt.persistentMapOf(),
            ExtensionsKt.persistentMapOf(),
            ExtensionsKt.persistentMapOf(),
            ExtensionsKt.persistentMapOf(),
            0);

    /** Adds or replaces a job. */
    public JobsAndTasks with(UploadJob job) {
        Optional<Instant> due = job.completion().due(job.startedAt());
        PersistentMap<String, Instant> timed = job.isOver() || due.isEmpty()
                ? timedJobs.remove(job.processHash())
                : timedJobs.put(job.processHash(), due.get());
        return new JobsAndTasks(jobs.put(job.processHash(), job), tasks, timed, timedTasks, lastTaskId);
    }

    /** Adds or replaces a task. */
    public JobsAndTasks with(ReEncodeTask task) {
        Optional<Instant> due = task.plan().completion().due(task.startedAt());
        PersistentMap<Integer, Instant> timed =
                task.isOver() || due.isEmpty() ? timedTasks.remove(task.id()) : timedTasks.put(task.id(), due.get());
        return new JobsAndTasks(jobs, tasks.put(task.id(), task), timedJobs, timed, Math.max(lastTaskId, task.id()));
    }

    /**
     * Returns when time alone will end something next.
     *
     * @return the earliest such time, or empty if time ends nothing
     */
    public Optional<Instant> nextDue() {
        return Stream.concat(timedJobs.values().stream(), timedTasks.values().stream())
                .min(Instant::compareTo);
    }

    /** Counts; jobs can be large. */
    @Override
    public String toString() {
        return "JobsAndTasks[jobs=" + jobs.size() + ", tasks=" + tasks.size() + "]";
    }
}
