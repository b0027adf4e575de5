package io.encord4j.fake.internal.rest;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.internal.platform.DatasetFilter;
import io.encord4j.fake.internal.platform.Datasets;
import io.encord4j.fake.internal.platform.TextFilter;
import io.encord4j.fake.internal.platform.TimeFilter;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.Role;
import io.encord4j.fake.wire.model.WireCreateDatasetRequest;
import io.encord4j.fake.wire.model.WireDatasetCreated;
import io.encord4j.fake.wire.model.WireDatasetList;
import io.encord4j.fake.wire.model.WireDatasetListEntry;
import io.encord4j.fake.wire.model.WireDatasetListRole;
import io.encord4j.fake.wire.model.WireStorageLocation;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Making and listing datasets. */
final class DatasetHandlers {

    private final JsonAdapter<WireCreateDatasetRequest> createRequest;

    DatasetHandlers(Moshi moshi) {
        this.createRequest = moshi.adapter(WireCreateDatasetRequest.class);
    }

    /** The storage type is not on the wire: every dataset that is made here is hosted. */
    WireDatasetCreated create(RestCall call) {
        WireCreateDatasetRequest request = call.payload(createRequest);
        Dataset made = call.world()
                .update(tx -> Datasets.create(
                        tx,
                        call.user(),
                        request.title(),
                        request.description(),
                        FakeStorageLocation.CORD_STORAGE,
                        request.createBackingFolder()));
        return new WireDatasetCreated(UUID.fromString(made.hash()), made.backingFolder());
    }

    WireDatasetList list(RestCall call) {
        QueryParameters query = call.query();
        DatasetFilter filter = new DatasetFilter(
                new TextFilter(query.text("titleEq"), query.text("titleLike")),
                new TextFilter(query.text("descriptionEq"), query.text("descriptionLike")),
                new TimeFilter(query.time("createdBefore"), query.time("createdAfter")),
                new TimeFilter(query.time("editedBefore"), query.time("editedAfter")));
        return new WireDatasetList(
                Datasets.list(call.world().observe(), call.user(), filter, query.flag("includeOrgAccess")).stream()
                        .map(DatasetHandlers::entry)
                        .toList());
    }

    private static WireDatasetListEntry entry(Datasets.Listed listed) {
        Dataset dataset = listed.dataset();
        return new WireDatasetListEntry(
                UUID.fromString(dataset.hash()),
                dataset.title(),
                Objects.requireNonNullElse(dataset.description(), ""),
                dataset.createdAt(),
                dataset.lastEditedAt(),
                role(listed.role()),
                WireStorageLocation.of(dataset.location().code()),
                dataset.backingFolder());
    }

    private static @Nullable WireDatasetListRole role(@Nullable Role role) {
        if (role == null) {
            return null;
        }
        return switch (role) {
            case ADMIN -> WireDatasetListRole.ADMIN;
            case USER -> WireDatasetListRole.USER;
        };
    }
}
