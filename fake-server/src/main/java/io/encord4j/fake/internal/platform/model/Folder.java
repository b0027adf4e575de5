package io.encord4j.fake.internal.platform.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder of the storage.
 *
 * @param uuid names it
 * @param number folders made later have a greater one
 * @param parent the folder that it lies in, or null at the top level
 * @param about what people say of it
 * @param owner hash of the user who made it
 * @param organisation the owner's organisation
 * @param createdAt when it was made
 * @param lastEditedAt moves with its own changes, not with those of its contents
 * @param members role by user hash
 * @param groups role by group hash
 * @param dataset hash of the mirror dataset that it backs, or null
 * @param source what it mirrors if it is cloud-synced, or null
 * @param uploadJobs how many upload jobs were started in it
 * @param contents the items in it, parts of composed items left out
 */
public record Folder(
        UUID uuid,
        long number,
        @Nullable UUID parent,
        About about,
        String owner,
        UUID organisation,
        Instant createdAt,
        Instant lastEditedAt,
        PersistentMap<String, Role> members,
        PersistentMap<UUID, Role> groups,
        @Nullable String dataset,
        @Nullable CloudSource source,
        int uploadJobs,
        FolderContents contents) {

    /**
     * What people say of a folder.
     *
     * @param name its name, need not be unique
     * @param description may be empty
     * @param metadata the customer's own data, or null if never set
     */
    public record About(
            String name, String description, @Nullable Map<String, @Nullable Object> metadata) {

        public About {
            if (metadata != null) {
                metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
            }
        }
    }

    /**
     * Makes an empty folder, whose only member is its owner.
     *
     * @param uuid names it
     * @param number greater than that of any folder before it
     * @param parent the folder that it lies in, or null
     * @param about what people say of it
     * @param owner who makes it
     * @param dataset hash of the mirror dataset that it backs, or null
     * @param source what it mirrors if it is cloud-synced, or null
     * @param createdAt when it is made
     * @return the folder
     */
    public static Folder empty(
            UUID uuid,
            long number,
            @Nullable UUID parent,
            About about,
            User owner,
            @Nullable String dataset,
            @Nullable CloudSource source,
            Instant createdAt) {
        PersistentMap<String, Role> members = ExtensionsKt.persistentMapOf();
        return new Folder(
                uuid,
                number,
                parent,
                about,
                owner.hash(),
                owner.organisation(),
                createdAt,
                createdAt,
                members.put(owner.hash(), Role.ADMIN),
                ExtensionsKt.persistentMapOf(),
                dataset,
                source,
                0,
                FolderContents.NONE);
    }

    /**
     * Says something else of it.
     *
     * @param changed what people say of it
     * @param at when
     * @return the folder, edited then
     */
    public Folder saying(About changed, Instant at) {
        return copy(parent, changed, at, members, groups, uploadJobs, contents);
    }

    /**
     * Moves it.
     *
     * @param changed the folder that it lies in from now on, or null
     * @param at when
     * @return the folder, edited then
     */
    public Folder in(@Nullable UUID changed, Instant at) {
        return copy(changed, about, at, members, groups, uploadJobs, contents);
    }

    /**
     * Replaces the members.
     *
     * @param changed role by user hash
     * @return the folder with these members
     */
    public Folder withMembers(PersistentMap<String, Role> changed) {
        return copy(parent, about, lastEditedAt, changed, groups, uploadJobs, contents);
    }

    /**
     * Replaces the groups.
     *
     * @param changed role by group hash
     * @return the folder with these groups
     */
    public Folder withGroups(PersistentMap<UUID, Role> changed) {
        return copy(parent, about, lastEditedAt, members, changed, uploadJobs, contents);
    }

    /**
     * Counts an upload job.
     *
     * @return the folder in which one more job was started
     */
    public Folder withUploadJob() {
        return copy(parent, about, lastEditedAt, members, groups, uploadJobs + 1, contents);
    }

    /**
     * Replaces the contents.
     *
     * @param changed the items in it
     * @return the folder with them
     */
    public Folder holding(FolderContents changed) {
        return copy(parent, about, lastEditedAt, members, groups, uploadJobs, changed);
    }

    /**
     * Tells where it stands in lists.
     *
     * @return its place
     */
    public Place place() {
        return new Place(about.name(), number, uuid);
    }

    private Folder copy(
            @Nullable UUID newParent,
            About newAbout,
            Instant editedAt,
            PersistentMap<String, Role> newMembers,
            PersistentMap<UUID, Role> newGroups,
            int jobs,
            FolderContents newContents) {
        return new Folder(
                uuid,
                number,
                newParent,
                newAbout,
                owner,
                organisation,
                createdAt,
                editedAt,
                newMembers,
                newGroups,
                dataset,
                source,
                jobs,
                newContents);
    }
}
