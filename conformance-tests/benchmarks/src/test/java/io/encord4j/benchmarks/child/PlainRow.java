package io.encord4j.benchmarks.child;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.gson.annotations.SerializedName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What Jackson and Gson read a row into: the components of the client's own row, in types that these libraries know. */
record PlainRow(
        @JsonProperty("data_hash") @SerializedName("data_hash")
        String dataHash,

        @JsonProperty("data_title") @SerializedName("data_title")
        String title,

        @JsonProperty("data_type") @SerializedName("data_type")
        String dataType,

        @JsonProperty("created_at")
        @SerializedName("created_at")
        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd HH:mm:ss", timezone = "UTC")
        Instant createdAt,

        @JsonProperty("last_edited_at")
        @SerializedName("last_edited_at")
        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd HH:mm:ss", timezone = "UTC")
        @Nullable
        Instant lastEditedAt,

        @Nullable Integer width,
        @Nullable Integer height,

        @JsonProperty("file_link") @SerializedName("file_link") @Nullable
        String fileLink,

        @JsonProperty("file_size") @SerializedName("file_size") @Nullable
        Double fileSize,

        @JsonProperty("file_type") @SerializedName("file_type") @Nullable
        String fileType,

        @JsonProperty("storage_location") @SerializedName("storage_location") @Nullable
        Integer storageLocation,

        @JsonProperty("frames_per_second") @SerializedName("frames_per_second") @Nullable
        Double framesPerSecond,

        @Nullable Double duration,

        @JsonProperty("client_metadata") @SerializedName("client_metadata") @Nullable
        Map<String, @Nullable Object> clientMetadata,

        @JsonProperty("signed_url") @SerializedName("signed_url") @Nullable
        String signedUrl,

        @JsonProperty("is_optimised_image_group") @SerializedName("is_optimised_image_group") @Nullable
        Boolean optimisedImageGroup,

        @JsonProperty("backing_item_uuid") @SerializedName("backing_item_uuid") @Nullable
        UUID backingItemUuid,

        @JsonProperty("images_data") @SerializedName("images_data") @Nullable
        List<Object> images) {}
