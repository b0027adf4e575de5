package com.example

import io.encord4j.EncordUserClient
import java.nio.file.Path

/** Creates a dataset of these videos, and returns its hash. */
fun EncordUserClient.upload(title: String, videos: List<Path>): String {
    val hash = createDataset(title).datasetHash()
    datasetClient(hash).use { dataset -> videos.forEach { dataset.uploadVideo(it) } }
    return hash
}
