package io.encord4j;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How to upload. Everything has a default: {@code UploadOptions.builder().build()}. Immutable.
 *
 * <p>An upload with a {@linkplain Builder#journal journal} goes on where it was:
 *
 * <pre>{@code
 * UploadOptions journaled = UploadOptions.builder().journal(journal).build();
 * UploadReport<Video> report = client.uploadVideos(films, journaled);
 * // Killed in between, by another process, or a day later: the same call goes on, and nothing is there twice.
 * UploadReport<Video> again = client.uploadVideos(films, journaled);
 * out.println(again.skipped().size() + " of " + films.size() + " were in before");
 * }</pre>
 */
public final class UploadOptions {
    private static final UploadOptions DEFAULTS = builder().build();

    private final Builder values;

    private UploadOptions(Builder values) {
        this.values = values;
    }

    /** {@return options with nothing set} */
    public static UploadOptions ofDefaults() {
        return DEFAULTS;
    }

    /** {@return a builder with the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with these options} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** {@return the title of the row; null for the name of the file, or one that the service makes up for a group} */
    public @Nullable String title() {
        return values.title;
    }

    /** {@return the storage folder; null for the one behind the dataset} */
    public @Nullable UUID folderUuid() {
        return values.folderUuid;
    }

    /** {@return whether an image group becomes a sequence, backed by a video} */
    public boolean createVideo() {
        return values.createVideo;
    }

    /** {@return whether the files that succeed are brought in although others fail} */
    public boolean tolerateFailures() {
        return values.tolerateFailures;
    }

    /** {@return whether files are left out whose title and size are there already} */
    public boolean skipExisting() {
        return values.skipExisting;
    }

    /** {@return how many files are sent at once; at least 1} */
    public int parallelism() {
        return values.parallelism;
    }

    /** {@return how long to wait for the service to take the files in, once they are sent} */
    public Duration timeout() {
        return values.timeout;
    }

    /** {@return the listener that is told of the progress; null for nobody} */
    public @Nullable UploadProgressListener progressListener() {
        return values.progressListener;
    }

    /** {@return how often the bytes of a file are sent until the storage takes them; null for the policy of the client} */
    public @Nullable RetryPolicy retryPolicy() {
        return values.retryPolicy;
    }

    /** {@return the listener that is told the ids of upload jobs; null for nobody} */
    public @Nullable Consumer<String> jobListener() {
        return values.jobListener;
    }

    /** {@return the file in which the upload remembers how far each file is; null for memory alone} */
    public @Nullable Path journal() {
        return values.journal;
    }

    /** {@return what opens a journal that is no file of this machine; null for {@link #journal()}} */
    public @Nullable Supplier<? extends JournalStore> journalStore() {
        return values.journalStore;
    }

    /** {@return whether the journal knows files by their bytes instead of their modification time} */
    public boolean contentHashes() {
        return values.contentHashes;
    }

    /** {@return how many files one job registers at most; at least 1} */
    public int unitsPerJob() {
        return values.unitsPerJob;
    }

    /** {@return how many jobs run at once; at least 1} */
    public int parallelJobs() {
        return values.parallelJobs;
    }

    /** {@return how long after it was asked for a registration has certainly come to an end, although its answer was not seen} */
    public Duration settleTime() {
        return values.settleTime;
    }

    /** {@return whether a retry waits until undecided files can be decided; false if they are reported as undecided instead} */
    public boolean waitForUndecided() {
        return values.waitForUndecided;
    }

    /** Builds options. Not thread-safe. */
    public static final class Builder {
        private @Nullable String title;
        private @Nullable UUID folderUuid;
        private boolean createVideo = true;
        private boolean tolerateFailures;
        private boolean skipExisting;
        private int parallelism = 4;
        private Duration timeout = Duration.ofDays(7);
        private @Nullable UploadProgressListener progressListener;
        private @Nullable RetryPolicy retryPolicy;
        private @Nullable Consumer<String> jobListener;
        private @Nullable Path journal;
        private @Nullable Supplier<? extends JournalStore> journalStore;
        private boolean contentHashes;
        private int unitsPerJob = 100;
        private int parallelJobs = 4;
        private Duration settleTime = Duration.ofMinutes(10);
        private boolean waitForUndecided;

        private Builder() {}

        private Builder(Builder other) {
            title = other.title;
            folderUuid = other.folderUuid;
            createVideo = other.createVideo;
            tolerateFailures = other.tolerateFailures;
            skipExisting = other.skipExisting;
            parallelism = other.parallelism;
            timeout = other.timeout;
            progressListener = other.progressListener;
            retryPolicy = other.retryPolicy;
            jobListener = other.jobListener;
            journal = other.journal;
            journalStore = other.journalStore;
            contentHashes = other.contentHashes;
            unitsPerJob = other.unitsPerJob;
            parallelJobs = other.parallelJobs;
            settleTime = other.settleTime;
            waitForUndecided = other.waitForUndecided;
        }

        /**
         * Gives the row a title. Without, a video or image takes the name of its file.
         *
         * @return this builder
         */
        public Builder title(String title) {
            this.title = Arguments.text(title, "title");
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
         * Whether to leave out files whose title and size are those of something in the dataset, or directly in the folder, that they are
         * uploaded to; each thing there stands for one file. This asks for a listing before anything is sent. Groups and series are never left
         * out.
         *
         * @param skipExisting true to leave them out
         * @return this builder
         */
        public Builder skipExisting(boolean skipExisting) {
            this.skipExisting = skipExisting;
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
            this.journalStore = null;
            return this;
        }

        /**
         * Remembers elsewhere than in a file of this machine how far each file is; otherwise like {@link #journal(Path)}.
         *
         * @param store opens the journal, anew for each attempt; the upload closes it
         * @return this builder
         */
        public Builder journal(Supplier<? extends JournalStore> store) {
            this.journal = null;
            this.journalStore = Objects.requireNonNull(store, "store");
            return this;
        }

        /**
         * Whether the {@linkplain #journal journal} knows files by their bytes instead of their modification time, which copying a file to
         * another machine may change. It then holds the SHA-256 of each file, and each file is read when an upload goes on.
         *
         * @param contentHashes true for the bytes
         * @return this builder
         */
        public Builder contentHashes(boolean contentHashes) {
            this.contentHashes = contentHashes;
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

        /** {@return the options set so far} */
        public UploadOptions build() {
            return new UploadOptions(new Builder(this));
        }
    }
}
