package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.EncordUserClient;
import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
class ApplicationTest {

    private static final FakeEncordServer SERVER = FakeEncordServer.start();
    private static final FakeWorld WORLD = SERVER.newWorld();

    @Autowired
    private EncordUserClient encord;

    @DynamicPropertySource
    static void pointToTheFake(DynamicPropertyRegistry properties) {
        properties.add("encord.domain", SERVER::url);
        properties.add("encord.ssh-key", () -> WORLD.newUser("ada@example.com").sshPrivateKey());
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void createsADataset() {
        encord.createDataset("From Spring");

        assertThat(WORLD.journal().entries("createDataset")).hasSize(1);
    }
}
