package io.encord4j;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How to upload. Everything has a default: {@code UploadOptions.builder().build()}. */
public final class UploadOptions {
    private static final UploadOptions DEFAULTS = builder().build();

    private final @Nullable String title;
    private final @Nullable UUID folderUuid;
    private final boolean createVideo;
    private final boolean tolerateFailures;
    private final int parallelism;
    private final Duration timeout;
    private final @Nullable UploadProgressListener progressListener;
    private final @Nullable RetryPolicy retryPolicy;
    private final @Nullable Consumer<String> jobListener;
    private final @Nullable Path journal;
    private final int unitsPerJob;
    private final int parallelJobs;
    private final Duration settleTime;
    private final boolean waitForUndecided;

    private UploadOptions(Builder builder) {
        this.title = builder.title;
        this.folderUuid = builder.folderUuid;
        this.createVideo = builder.createVideo;
        this.tolerateFailures = builder.tolerateFailures;
        this.parallelism = builder.parallelism;
        this.timeout = builder.timeout;
        this.progressListener = builder.progressListener;
        this.retryPolicy = builder.retryPolicy;
        this.jobListener = builder.jobListener;
        this.journal = builder.journal;
        this.unitsPerJob = builder.unitsPerJob;
        this.parallelJobs = builder.parallelJobs;
        this.settleTime = builder.settleTime;
        this.waitForUndecided = builder.waitForUndecided;
    }

    /**
     * The defaults.
     *
     * @return options with nothing set
     */
    public static UploadOptions ofDefaults() {
        return DEFAULTS;
    }

    /**
     * Begins a set of options.
     *
     * @return a builder with the defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins another set of options.
     *
     * @return a builder with these options
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.title = title;
        builder.folderUuid = folderUuid;
        builder.createVideo = createVideo;
        builder.tolerateFailures = tolerateFailures;
        builder.parallelism = parallelism;
        builder.timeout = timeout;
        builder.progressListener = progressListener;
        builder.retryPolicy = retryPolicy;
        builder.jobListener = jobListener;
        builder.journal = journal;
        builder.unitsPerJob = unitsPerJob;
        builder.parallelJobs = parallelJobs;
        builder.settleTime = settleTime;
        builder.waitForUndecided = waitForUndecided;
        return builder;
    }

    /**
     * The title of the row.
     *
     * @return the title; null for the name of the file, or one that the service makes up for a group
     */
    public @Nullable String title() {
        return title;
    }

    /**
     * The storage folder.
     *
     * @return the folder; null for the one behind the dataset
     */
    public @Nullable UUID folderUuid() {
        return folderUuid;
    }

    /**
     * Whether an image group becomes a sequence, backed by a video.
     *
     * @return true for a sequence
     */
    public boolean createVideo() {
        return createVideo;
    }

    /**
     * Whether the files that succeed are brought in although others fail.
     *
     * @return true if failures are tolerated
     */
    public boolean tolerateFailures() {
        return tolerateFailures;
    }

    /**
     * How many files are sent at once.
     *
     * @return at least 1
     */
    public int parallelism() {
        return parallelism;
    }

    /**
     * How long to wait for the service to take the files in, once they are sent.
     *
     * @return the time
     */
    public Duration timeout() {
        return timeout;
    }

    /**
     * The listener that is told of the progress.
     *
     * @return the listener; null for nobody
     */
    public @Nullable UploadProgressListener progressListener() {
        return progressListener;
    }

    /**
     * How often the bytes of a file are sent until the storage takes them.
     *
     * @return the policy; null for that of the client
     */
    public @Nullable RetryPolicy retryPolicy() {
        return retryPolicy;
    }

    /**
     * The listener that is told the ids of upload jobs.
     *
     * @return the listener; null for nobody
     */
    public @Nullable Consumer<String> jobListener() {
        return jobListener;
    }

    /**
     * Where the upload remembers how far each file is.
     *
     * @return the file; null for memory alone
     */
    public @Nullable Path journal() {
        return journal;
    }

    /**
     * How many files one job registers at most.
     *
     * @return at least 1
     */
    public int unitsPerJob() {
        return unitsPerJob;
    }

    /**
     * How many jobs run at once.
     *
     * @return at least 1
     */
    public int parallelJobs() {
        return parallelJobs;
    }

    /**
     * How long after it was asked for a registration has certainly come to an end, although its answer was not seen.
     *
     * @return the time
     */
    public Duration settleTime() {
        return settleTime;
    }

    /**
     * Whether a retry waits until undecided files can be decided.
     *
     * @return false if they are reported as undecided instead
     */
    public boolean waitForUndecided() {
        return waitForUndecided;
    }

    /** Collects options. */
    public static final class Builder {
        private @Nullable String title;
        private @Nullable UUID folderUuid;
        private boolean createVideo = true;
        private boolean tolerateFailures;
        private int parallelism = 4;
        private Duration timeout = Duration.ofDays(7);
        private @Nullable UploadProgressListener progressListener;
        private @Nullable RetryPolicy retryPolicy;
        private @Nullable Consumer<String> jobListener;
        private @Nullable Path journal;
        private int unitsPerJob = 100;
        private int parallelJobs = 4;
        private Duration settleTime = Duration.ofMinutes(10);
        private boolean waitForUndecided;

        private Builder() {}

        /**
         * Gives the row a title. Without, a video or image takes the name of its file.
         *
         * @param title the title
         * @return this builder
         */
        public Builder title(String title) {
            this.title = Objects.requireNonNull(title, "title");
            return this;
        }

        /**
         * Puts the storage item into a folder. Needs an SSH key or a bearer token, and a dataset that does not mirror a folder.
         *
         * @param folderUuid the folder
         * @return this builder
         */
        public Builder folder(UUID folderUuid) {
            this.folderUuid = Objects.requireNonNull(folderUuid, "folderUuid");
            return this;
        }

        /**
         * Whether an image group becomes a sequence backed by a video, one for each size of image (the default), or one plain group
         * whatever the sizes. An API key can only make sequences.
         *
         * @param createVideo true for a sequence
         * @return this builder
         */
        public Builder createVideo(boolean createVideo) {
            this.createVideo = createVideo;
            return this;
        }

        /**
         * Whether to bring in the files that succeed although others fail. By default the first failure ends the upload.
         *
         * @param tolerateFailures true to tolerate failures
         * @return this builder
         */
        public Builder tolerateFailures(boolean tolerateFailures) {
            this.tolerateFailures = tolerateFailures;
            return this;
        }

        /**
         * How many files to send at once; 4 by default.
         *
         * @param parallelism at least 1
         * @return this builder
         * @throws InvalidValueException if it is less than 1
         */
        public Builder parallelism(int parallelism) {
            this.parallelism = atLeastOne(parallelism, "parallelism");
            return this;
        }

        /**
         * How long to wait for the service to take the files in, once they are sent; seven days by default.
         *
         * @param timeout the time
         * @return this builder
         * @throws InvalidValueException if it is negative
         */
        public Builder timeout(Duration timeout) {
            this.timeout = Arguments.notNegative(timeout, "timeout");
            return this;
        }

        /**
         * Sends the progress to a listener.
         *
         * @param listener the listener
         * @return this builder
         */
        public Builder onProgress(UploadProgressListener listener) {
            this.progressListener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * How often the bytes of a file are sent until the storage takes them, each time read from the file anew. Other calls keep the policy
         * of the client, which is also the default here.
         *
         * @param policy the policy
         * @return this builder
         */
        public Builder retryPolicy(RetryPolicy policy) {
            this.retryPolicy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Tells a listener the id of each job that takes files in, as soon as the service has given it. Whoever keeps it can look after the
         * job with {@link EncordDatasetClient#uploadJob(String)} when this upload is interrupted, or the process ends. With an API key
         * there are no jobs.
         *
         * @param listener hears {@link Operation#id()}, on the thread of the upload; what it throws ends the upload
         * @return this builder
         */
        public Builder onJobStarted(Consumer<String> listener) {
            this.jobListener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Remembers in a file how far each file is, so that the same upload goes on after a crash, in another process or on another machine
         * that sees the same paths: what is in is skipped without a call, what was sent is not sent again, jobs under way are followed, and
         * undecided files are looked for. A file whose size or modification time is no longer the same is new. The journal is made if it does
         * not exist; it is locked while it is in use, is bound to one dataset, and holds no secret.
         *
         * @param file the journal
         * @return this builder
         */
        public Builder journal(Path file) {
            this.journal = Objects.requireNonNull(file, "file");
            return this;
        }

        /**
         * How many files one job registers at most; 100 by default. Jobs start while later files are being sent.
         *
         * @param units at least 1
         * @return this builder
         * @throws InvalidValueException if it is less than 1
         */
        public Builder unitsPerJob(int units) {
            this.unitsPerJob = atLeastOne(units, "units");
            return this;
        }

        /**
         * How many jobs run at once; 4 by default.
         *
         * @param jobs at least 1
         * @return this builder
         * @throws InvalidValueException if it is less than 1
         */
        public Builder parallelJobs(int jobs) {
            this.parallelJobs = atLeastOne(jobs, "jobs");
            return this;
        }

        /**
         * How long after it was asked for a registration has certainly come to an end, although its answer was not seen; ten minutes by
         * default. Only then is a file that is not found registered again. Say more if jobs of this dataset take longer.
         *
         * @param time the time
         * @return this builder
         * @throws InvalidValueException if it is negative
         */
        public Builder settleTime(Duration time) {
            this.settleTime = Arguments.notNegative(time, "time");
            return this;
        }

        /**
         * Whether a retry, or an upload that goes on by its journal, waits for the rest of {@link #settleTime} and then decides what is
         * undecided, or reports it as undecided, as it does by default.
         *
         * @param wait true to wait
         * @return this builder
         */
        public Builder waitForUndecided(boolean wait) {
            this.waitForUndecided = wait;
            return this;
        }

        private static int atLeastOne(int number, String name) {
            if (number < 1) {
                throw InvalidValueException.outOfRange(name, number, "at least 1");
            }
            return number;
        }

        /**
         * Makes the options.
         *
         * @return the options
         */
        public UploadOptions build() {
            return new UploadOptions(this);
        }
    }
}
