package io.encord4j.fake.internal.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.encord4j.fake.FakeEncordServer;
import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.internal.control.ControlClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedErrorsTest {

    private FakeEncordServer server;

    @BeforeAll
    void start() {
        server = FakeEncordServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'users': 1} | $.users of the seed must be a list of objects",
                "{'users': [{'email': 'a@b.c'}, 7]} | $.users of the seed must be a list of objects",
                "{'users': [{'email': 'a@b.c'}, {'mail': 'b@b.c'}]} | $.users[1].email of the seed must be a string",
                "{'users': [{'email': ' '}]} | $.users[0] of the seed: A user needs an e-mail address",
                "{'users': [{'email': 'a@b.c', 'sshPublicKeys': ['00']}]} | $.users[0].sshPublicKeys of the seed: An SSH",
                "{'integrations': [{'title': 'B', 'location': 'MOON'}]} | $.integrations[0].location of the seed must be one of",
                "{'datasets': [{'titel': 'A', 'title': 'A', 'owner': 'o@b.c'}]} | no field 'titel' in $.datasets[0] of the seed",
                "{'datasets': [{'title': 'A', 'owner': 'x@b.c'}]} | $.datasets[0].owner of the seed: There is no user x@b.c",
                "{'datasets': [{'title': 'A', 'owner': 'o@b.c', 'members': {'o@b.c': 'KING'}}]} | $.datasets[0].members['o@b.c'] of the seed must be one of ADMIN, USER",
                "{'datasets': [{'title': 'A', 'owner': 'o@b.c', 'apiKeys': [{'scopes': ['all']}]}]} | $.datasets[0].apiKeys[0].scopes of the seed must be",
                "{'datasets': [{'title': 'A', 'owner': 'o@b.c', 'rows': [{'title': 'r', 'type': 'IMAGE'}]}]} | $.datasets[0].rows[0].files of the seed must be",
                "{'datasets': [{'title': 'A', 'owner': 'o@b.c', 'rows': [{'title': 'r', 'type': 'IMAGE', 'files': [{'base64': '?'}]}]}]} | $.datasets[0].rows[0].files[0].base64 of the seed: This is not Base64",
                "{'datasets': [{'title': 'A', 'owner': 'o@b.c', 'rows': [{'title': 'r', 'type': 'IMAGE', 'files': [{'link': 'l', 'width': 3000000000}]}]}]} | $.datasets[0].rows[0].files[0].width of the seed must be",
                "{'datasets': [{'title': 'A', 'owner': 'o@b.c', 'rows': [{'title': 'r', 'type': 'IMAGE', 'files': [{'generate': {'w': 1}}]}]}]} | no field 'w' in $.datasets[0].rows[0].files[0].generate of the seed",
                "{'users': [{'email': 'a@b.c', 'email': 'd@b.c'}]} | a key is there twice: $.users[0].email",
                "{'users': [], 'groups': [], 'users': []} | a key is there twice: $.users",
                "{'users': [{'email': 'a@b.c', 'bearerTokens': ['t']}, {'email': 'd@b.c', 'bearerTokens': ['t']}]} | $.users[1] of the seed: The bearer token belongs",
                "{'datasets': [{'title': 'A', 'owner': 'o@b.c', 'apiKeys': [{'secret': 's'}, {'secret': 's'}]}]} | $.datasets[0].apiKeys[1].secret of the seed: There is this API key",
                "{'tasks': [{'dataset': 'none', 'ends': 'BY_HAND'}]} | $.tasks[0].dataset of the seed must be the hash of a dataset",
                "{'tasks': [{'dataset': 'none', 'ends': 'NEVER'}]} | $.tasks[0].",
                "{'ocrTexts': [{'imageHash': 'x', 'texts': [{'text': 'a', 'x': 'left'}]}]} | $.ocrTexts[0].texts[0].x of the seed must be a number"
            })
    void saysWhereASeedIsWrongAndChangesNothing(String seed, String message) {
        try (FakeWorld world = server.newWorld()) {
            world.newUser("o@b.c");
            String before = world.export();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> world.seed(seed.replace('\'', '"')))
                    .withMessageContaining(message);
            assertThat(world.export()).isEqualTo(before);
            assertThat(new ControlClient(server)
                            .refusal("POST", "/worlds/" + world.id() + "/seed", seed.replace('\'', '"'), 400))
                    .contains(message);
        }
    }
}
