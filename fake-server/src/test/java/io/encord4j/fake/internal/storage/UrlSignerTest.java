package io.encord4j.fake.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.encord4j.fake.internal.storage.UrlCheck.Grant;
import io.encord4j.fake.internal.storage.UrlCheck.Mismatch;
import io.encord4j.fake.internal.storage.UrlCheck.Reason;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlSignerTest {

    private static final Instant EXPIRY = Instant.ofEpochSecond(1_773_300_000);

    private final UrlSigner urls = UrlSigner.from(new Random(7));
    private final String signed = urls.sign(StorageMethod.PUT, "world-1", "cord/a1/8f0a", EXPIRY.plusMillis(700));

    @Test
    void grantsWhatItSigned() {
        assertThat(verify("PUT", signed)).isEqualTo(new Grant(StorageMethod.PUT, "world-1", "cord/a1/8f0a", EXPIRY));
    }

    @Test
    void grantsHeadWhereItSignedGet() {
        String url = urls.sign(StorageMethod.GET, "w", "o", EXPIRY);

        assertThat(verify("HEAD", url)).isInstanceOf(Grant.class);
    }

    @Test
    void signsWithOneSecretPerServer() {
        assertThat(UrlSigner.from(new Random(7)).sign(StorageMethod.PUT, "world-1", "cord/a1/8f0a", EXPIRY))
                .isEqualTo(signed);
        assertThat(reason(UrlSigner.withRandomSecret(), "PUT", signed)).isEqualTo(Reason.SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "DELETE", "put"})
    void saysThatTheMethodIsAnother(String method) {
        assertThat(verify(method, signed)).isInstanceOfSatisfying(Mismatch.class, mismatch -> {
            assertThat(mismatch.reason()).isEqualTo(Reason.METHOD);
            assertThat(mismatch.detail()).contains("PUT").contains(method);
        });
    }

    @Test
    void refusesAnyChangedCharacter() {
        for (int i = 0; i < signed.length(); i++) {
            for (char other : new char[] {'0', '1', 'f', 'A', '/', '&', '%'}) {
                if (other != signed.charAt(i)) {
                    String changed = signed.substring(0, i) + other + signed.substring(i + 1);
                    assertThat(verify("PUT", changed)).as(changed).isInstanceOf(Mismatch.class);
                }
            }
        }
    }

    @Test
    void saysThatThereIsNoSignature() {
        assertThat(reason(urls, "PUT", "/storage/world-1/8f0a")).isEqualTo(Reason.UNSIGNED);
        assertThat(reason(urls, "PUT", signed + "&signature=" + "0".repeat(64))).isEqualTo(Reason.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/storage/",
                "/storage/a",
                "/storage/a/b//c",
                "/storage/a/b/../c",
                "/storage/a/b/",
                "/storage/../x",
                "/storage/a/%2e%2e",
                "/x/a/b"
            })
    void knowsNoObjectUnderOtherPaths(String path) {
        assertThat(reason(urls, "GET", path)).isEqualTo(Reason.NO_SUCH_OBJECT);
    }

    @Test
    void isExpiredFromTheSecondOfItsExpiryOn() {
        Grant grant = (Grant) verify("PUT", signed);

        assertThat(grant.isExpiredAt(EXPIRY.minusMillis(1))).isFalse();
        assertThat(grant.isExpiredAt(EXPIRY)).isTrue();
    }

    @Test
    void doesNotSignNamesThatNeedEncoding() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> urls.sign(StorageMethod.PUT, "w", "../secret", EXPIRY))
                .withMessageContaining("object");
        assertThatIllegalArgumentException().isThrownBy(() -> urls.sign(StorageMethod.PUT, "", "o", EXPIRY));
    }

    private UrlCheck verify(String method, String target) {
        return verify(urls, method, target);
    }

    private static UrlCheck verify(UrlSigner urls, String method, String target) {
        int mark = target.indexOf('?');
        return mark < 0
                ? urls.verify(method, target, null)
                : urls.verify(method, target.substring(0, mark), target.substring(mark + 1));
    }

    private static Reason reason(UrlSigner urls, String method, String target) {
        UrlCheck outcome = verify(urls, method, target);
        assertThat(outcome).isInstanceOf(Mismatch.class);
        return ((Mismatch) outcome).reason();
    }
}
