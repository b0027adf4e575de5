package io.encord4j.internal.workflow;

import io.encord4j.FolderOptions;
import io.encord4j.JobResult;
import io.encord4j.JobResult.AddedRow;
import io.encord4j.Operation;
import io.encord4j.StorageFolder;
import io.encord4j.UploadOptions;
import io.encord4j.UploadResult;
import io.encord4j.internal.upload.Destination;
import io.encord4j.internal.upload.FileNames;
import io.encord4j.internal.upload.LocalFile;
import io.encord4j.internal.upload.StorageHeaders;
import io.encord4j.internal.upload.UploadUnit;
import io.encord4j.internal.upload.UploadUnit.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A storage folder and those below it, which have the names of the folders of this machine. One that is missing is made when the first file goes
 * there.
 */
final class FolderTreeDestination implements Destination {
    private final StorageContext context;
    private final FolderCalls folders;
    private final FolderDestination root;
    private final UUID rootFolder;
    private final UploadOptions options;
    private final Map<Path, UUID> known = new HashMap<>();

    FolderTreeDestination(StorageContext context, UUID rootFolder, Path localRoot, UploadOptions options) {
        this.context = context;
        this.folders = new FolderCalls(context);
        this.root = new FolderDestination(context, rootFolder, options);
        this.rootFolder = rootFolder;
        this.options = options;
        known.put(localRoot.toAbsolutePath(), rootFolder);
    }

    private FolderDestination at(UploadUnit unit) {
        return new FolderDestination(context, folder((Path) place(unit)), options);
    }

    /** One at a time, so that no folder is made twice. */
    private synchronized UUID folder(Path local) {
        return find(local).orElseGet(() -> {
            FolderOptions below = FolderOptions.builder()
                    .parent(folder(Objects.requireNonNull(local.getParent())))
                    .build();
            UUID made = folders.create(FileNames.of(local), below).uuid();
            known.put(local, made);
            return made;
        });
    }

    private synchronized Optional<UUID> find(Path local) {
        UUID uuid = known.get(local);
        if (uuid != null) {
            return Optional.of(uuid);
        }
        Optional<UUID> found = find(Objects.requireNonNull(local.getParent()))
                .flatMap(parent -> folders.named(FileNames.of(local), parent))
                .map(StorageFolder::uuid);
        found.ifPresent(folder -> known.put(local, folder));
        return found;
    }

    @Override
    public String name() {
        return "folders from " + rootFolder;
    }

    @Override
    public Object place(UploadUnit unit) {
        return Objects.requireNonNull(
                unit.files().get(0).path().toAbsolutePath().getParent());
    }

    @Override
    public int urlsAtOnce(Kind kind) {
        return root.urlsAtOnce(kind);
    }

    @Override
    public List<Target> targets(UploadUnit unit, List<LocalFile> files) {
        return at(unit).targets(unit, files);
    }

    @Override
    public StorageHeaders headers(Kind kind, LocalFile file) {
        return root.headers(kind, file);
    }

    @Override
    public Registration register(List<SentUnit> units) {
        return at(units.get(0).unit()).register(units);
    }

    @Override
    public Operation<JobResult> follow(String jobId, UploadUnit unit) {
        return at(unit).follow(jobId, unit);
    }

    @Override
    public Map<SentUnit, @Nullable List<AddedRow>> find(Collection<SentUnit> units, Instant since) {
        return root.find(units, since);
    }

    @Override
    public Map<String, AddedRow> byFileLink(Collection<AddedRow> rows) {
        return root.byFileLink(rows);
    }

    @Override
    public void eachExisting(UploadUnit unit, Existing existing) {
        find((Path) place(unit))
                .ifPresent(folder -> new FolderDestination(context, folder, options).eachExisting(unit, existing));
    }

    @Override
    public String remember(Target target) {
        return root.remember(target);
    }

    @Override
    public Target recall(String remembered) {
        return root.recall(remembered);
    }

    @Override
    public UploadResult row(SentUnit unit, AddedRow added) {
        return root.row(unit, added);
    }
}
