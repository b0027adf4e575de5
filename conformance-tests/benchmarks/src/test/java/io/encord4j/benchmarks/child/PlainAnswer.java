package io.encord4j.benchmarks.child;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.gson.annotations.SerializedName;
import java.util.List;

/** The whole answer as Jackson and Gson read it. */
record PlainAnswer(int status, PlainDataset response) {

    /** The dataset in it. */
    record PlainDataset(
            String title,
            String description,

            @JsonProperty("dataset_type") @SerializedName("dataset_type")
            String datasetType,

            @JsonProperty("data_rows") @SerializedName("data_rows")
            List<PlainRow> dataRows) {}
}
