package com.example

import io.encord4j.ClientOptions
import io.encord4j.EncordUserClient
import io.encord4j.fake.FakeEncordServer
import io.encord4j.fake.FakeUser
import io.encord4j.fake.junit.EncordTest
import java.nio.file.Files
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

@EncordTest
class CamerasTest {

    @Test
    fun `uploads each video`(server: FakeEncordServer, ada: FakeUser, @TempDir folder: Path) {
        val film = Files.write(folder.resolve("film.mp4"), byteArrayOf(0, 0, 0, 8) + "ftyp".toByteArray())
        val options = ClientOptions.builder().domain(server.url()).build()
        EncordUserClient.builder().sshKey(ada.sshPrivateKey()).options(options).build().use { user ->
            val hash = user.upload("North", listOf(film))

            user.datasetClient(hash).use { dataset ->
                assertThat(dataset.dataset.dataRows().map { it.title() }).containsExactly("film.mp4")
            }
        }
    }
}
