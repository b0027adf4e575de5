package io.encord4j.fake.internal.rest;

import io.encord4j.fake.internal.platform.FolderAccess;
import io.encord4j.fake.internal.platform.Page;
import io.encord4j.fake.internal.platform.model.Folder;
import io.encord4j.fake.internal.platform.model.PlatformState;
import io.encord4j.fake.internal.platform.model.Role;
import io.encord4j.fake.internal.platform.model.User;
import io.encord4j.fake.wire.json.FreeFormJson;
import io.encord4j.fake.wire.model.WireFolderPathElement;
import io.encord4j.fake.wire.model.WireStorageFolder;
import io.encord4j.fake.wire.model.WireStorageFolderPage;
import io.encord4j.fake.wire.model.WireStorageFolderRole;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Folders as clients see them. */
final class WireFolders {

    private WireFolders() {}

    static WireStorageFolderPage page(PlatformState state, User user, Page<Folder> page) {
        return new WireStorageFolderPage(
                page.results().stream()
                        .map(folder -> folder(state, user, folder))
                        .toList(),
                page.next());
    }

    static WireStorageFolder folder(PlatformState state, User user, Folder folder) {
        return new WireStorageFolder(
                folder.uuid(),
                folder.parent(),
                folder.about().name(),
                folder.about().description(),
                text(folder.about().metadata()),
                email(state, folder.owner()),
                folder.createdAt(),
                folder.lastEditedAt(),
                role(FolderAccess.role(state, user, folder).orElse(Role.USER)),
                dataset(folder),
                state.files()
                        .folders()
                        .upwardsFrom(folder.uuid())
                        .map(WireFolders::element)
                        .toList());
    }

    static WireStorageFolderRole role(Role role) {
        return switch (role) {
            case ADMIN -> WireStorageFolderRole.ADMIN;
            case USER -> WireStorageFolderRole.USER;
        };
    }

    static String email(PlatformState state, String userHash) {
        User owner = state.identities().users().get(userHash);
        return owner == null ? userHash : owner.email();
    }

    /** In answers, metadata are a text that holds JSON. */
    static @Nullable String text(@Nullable Map<String, @Nullable Object> metadata) {
        return metadata == null ? null : new FreeFormJson().toJson(metadata);
    }

    private static WireFolderPathElement element(Folder folder) {
        return new WireFolderPathElement(
                folder.uuid(), folder.parent(), folder.about().name(), dataset(folder));
    }

    private static @Nullable UUID dataset(Folder folder) {
        return folder.dataset() == null ? null : UUID.fromString(folder.dataset());
    }
}
