package io.encord4j.fake.internal.platform;

import static io.encord4j.fake.internal.platform.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.Choices;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.ApiKey;
import io.encord4j.fake.internal.platform.model.DatasetScope;
import io.encord4j.fake.internal.platform.model.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private static final String PUBLIC_KEY = "c5bb132c5976974a21aacae4c7109a7293a30d88b67ff27ebadd3a88865c2626";

    private final TestPlatform platform = new TestPlatform();

    private ApiKey key(DatasetScope... scopes) {
        return platform.world.update(tx -> ApiKeys.create(
                Access.administer(tx, platform.asAlice, platform.hosted), platform.alice, "key", Set.of(scopes)));
    }

    @Test
    void anApiKeyOpensItsDatasetOnly() {
        ApiKey key = key(DatasetScope.READ);
        assertThat(key.secret()).matches("[A-Za-z0-9_-]{43}");

        Actor holder = SignIn.byApiKey(platform.world.observe(), key.secret(), platform.hosted);
        assertThat(Access.dataset(platform.world.observe(), holder, platform.hosted)
                        .hash())
                .isEqualTo(platform.hosted);
        assertRefused(
                RefusalKind.NOT_AUTHORISED, () -> Access.dataset(platform.world.observe(), holder, platform.bucket));
        assertRefused(
                        RefusalKind.NOT_AUTHENTICATED,
                        () -> SignIn.byApiKey(platform.world.observe(), key.secret(), platform.bucket))
                .doesNotContain(key.secret());
        assertRefused(
                RefusalKind.NOT_AUTHENTICATED,
                () -> SignIn.byApiKey(platform.world.observe(), "unknown", platform.hosted));
    }

    @Test
    void anApiKeyPermitsItsScopesOnly() {
        ApiKey key = key(DatasetScope.READ);
        Actor holder = SignIn.byApiKey(platform.world.observe(), key.secret(), platform.hosted);
        SignIn.demand(holder, DatasetScope.READ);
        SignIn.demand(platform.asBob, DatasetScope.WRITE);
        assertRefused(RefusalKind.SCOPE_MISSING, () -> SignIn.demand(holder, DatasetScope.WRITE))
                .contains("dataset.write");
    }

    @Test
    void theMasterKeyIsMadeOnceAndListedWithTheOthers() {
        ApiKey first = key(DatasetScope.READ);
        ApiKey master = platform.world.update(
                tx -> ApiKeys.master(Access.administer(tx, platform.asAlice, platform.hosted), platform.alice));
        ApiKey again = platform.world.update(
                tx -> ApiKeys.master(Access.administer(tx, platform.asAlice, platform.hosted), platform.alice));

        assertThat(again).isEqualTo(master);
        assertThat(master.title()).isEmpty();
        assertThat(master.scopes()).containsExactlyInAnyOrder(DatasetScope.values());
        assertThat(ApiKeys.valid(
                        platform.world.observe(),
                        Access.administered(platform.world.observe(), platform.asAlice, platform.hosted)))
                .containsExactly(first, master);
    }

    @Test
    void onlyAdminsDealWithKeys() {
        platform.world.change(tx -> Users.addToDataset(
                Access.administer(tx, platform.asAlice, platform.hosted), List.of("bob@example.com"), Role.USER));
        assertRefused(
                RefusalKind.NOT_AUTHORISED,
                () -> ApiKeys.valid(
                        platform.world.observe(),
                        Access.administered(platform.world.observe(), platform.asBob, platform.hosted)));
        assertRefused(
                RefusalKind.NOT_AUTHORISED,
                () -> platform.world.update(
                        tx -> ApiKeys.master(Access.administer(tx, platform.asBob, platform.hosted), platform.bob)));
    }

    @Test
    void theHolderOfAnUnknownSshKeyBecomesOneUser() {
        Actor.Person first = SignIn.bySshKey(platform.world, PUBLIC_KEY);
        Actor.Person again = SignIn.bySshKey(platform.world, PUBLIC_KEY);

        assertThat(again).isEqualTo(first);
        assertThat(first.user().hash()).matches("[A-Za-z0-9]{28}");
        assertThat(Datasets.list(platform.world.observe(), first.user(), DatasetFilter.ANY, true))
                .isEmpty();
    }

    @Test
    void aStrictWorldKnowsRegisteredKeysOnly() {
        TestPlatform strict =
                new TestPlatform(Choices.builder().acceptsUnknownSshKeys(false).build());
        assertRefused(RefusalKind.SSH_KEY_NOT_FOUND, () -> SignIn.bySshKey(strict.world, PUBLIC_KEY));

        strict.world.change(tx -> Users.registerSshKey(tx, strict.alice, PUBLIC_KEY));
        assertThat(SignIn.bySshKey(strict.world, PUBLIC_KEY).user()).isEqualTo(strict.alice);
        assertRefused(
                RefusalKind.DUPLICATE_SSH_KEY,
                () -> strict.world.change(tx -> Users.registerSshKey(tx, strict.bob, PUBLIC_KEY)));
    }

    @Test
    void aUserHasOneBearerToken() {
        String token = platform.world.update(tx -> Users.bearerToken(tx, platform.alice));
        assertThat(platform.world.<String>update(tx -> Users.bearerToken(tx, platform.alice)))
                .isEqualTo(token);
        assertThat(SignIn.byBearerToken(platform.world.observe(), token).user()).isEqualTo(platform.alice);
        assertRefused(
                        RefusalKind.NOT_AUTHENTICATED,
                        () -> SignIn.byBearerToken(platform.world.observe(), "tok-unknown"))
                .doesNotContain("tok-unknown");
    }

    @Test
    void addedUsersKeepTheRoleTheyHave() {
        List<Users.Member> first = platform.world.update(tx -> Users.addToDataset(
                Access.administer(tx, platform.asAlice, platform.hosted),
                List.of("bob@example.com", "new@example.com"),
                Role.USER));
        List<Users.Member> second = platform.world.update(tx -> Users.addToDataset(
                Access.administer(tx, platform.asAlice, platform.hosted),
                List.of("BOB@example.com", "alice@example.com"),
                Role.ADMIN));

        assertThat(first).extracting(Users.Member::role).containsExactly(Role.USER, Role.USER);
        assertThat(second).extracting(Users.Member::role).containsExactly(Role.USER, Role.ADMIN);
        assertThat(platform.dataset(platform.hosted).members()).hasSize(3);
        assertThat(Access.dataset(platform.world.observe(), platform.asBob, platform.hosted)
                        .title())
                .isEqualTo("hosted");
    }

    @Test
    void addingAnUnknownGroupIsRefusedAndRemovingOneIsNot() {
        var unknown = List.of(new UUID(1, 1));
        assertRefused(
                RefusalKind.NOT_FOUND,
                () -> platform.world.change(tx ->
                        Groups.add(Access.administer(tx, platform.asAlice, platform.hosted), unknown, Role.USER)));
        platform.world.change(tx -> Groups.remove(Access.administer(tx, platform.asAlice, platform.hosted), unknown));
        assertThat(Groups.ofDataset(
                        platform.world.observe(),
                        platform.alice,
                        Access.dataset(platform.world.observe(), platform.asAlice, platform.hosted)))
                .isEmpty();
    }
}
