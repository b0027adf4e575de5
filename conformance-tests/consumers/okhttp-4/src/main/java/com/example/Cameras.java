package com.example;

import io.encord4j.CreatedDataset;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import java.nio.file.Path;
import java.util.List;

/** Puts what cameras filmed into datasets. */
public final class Cameras {

    private final EncordUserClient user;

    public Cameras(EncordUserClient user) {
        this.user = user;
    }

    /** Creates a dataset of these videos, and returns its hash. */
    public String upload(String title, List<Path> videos) {
        CreatedDataset dataset = user.createDataset(title);
        try (EncordDatasetClient client = user.datasetClient(dataset.datasetHash())) {
            videos.forEach(client::uploadVideo);
        }
        return dataset.datasetHash();
    }
}
