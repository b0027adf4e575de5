package io.encord4j.fake.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.fake.internal.auth.Authentication.ApiKey;
import io.encord4j.fake.internal.auth.Authentication.Bearer;
import io.encord4j.fake.internal.auth.Authentication.BodySigned;
import io.encord4j.fake.internal.auth.Authentication.MessageSigned;
import io.encord4j.fake.internal.auth.Authentication.Reason;
import io.encord4j.fake.internal.auth.Authentication.Refused;
import io.encord4j.fake.internal.auth.SignatureVectors.Signed;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticatorTest {

    private static final String KEY = "c5bb132c5976974a21aacae4c7109a7293a30d88b67ff27ebadd3a88865c2626";
    private static final int MUTATIONS = 150;

    private final Authenticator authenticator = new Authenticator();

    static List<Signed> v1() {
        return SignatureVectors.v1();
    }

    static List<Signed> v2() {
        return SignatureVectors.v2();
    }

    @ParameterizedTest
    @MethodSource("v1")
    void acceptsEveryRecordedBodySignature(Signed request) {
        assertThat(rpc(request)).isInstanceOf(BodySigned.class);
    }

    @ParameterizedTest
    @MethodSource("v2")
    void acceptsEveryRecordedMessageSignature(Signed request) {
        assertThat(rest(request)).isInstanceOf(MessageSigned.class);
    }

    @Test
    void readsKeyAndTimeFromAMessageSignature() {
        assertThat(rest(v2().get(0))).isEqualTo(new MessageSigned(KEY, Instant.ofEpochSecond(1773300000)));
    }

    @ParameterizedTest
    @MethodSource("v1")
    void refusesABodySignatureWithAnyBitFlipped(Signed request) {
        Random random = new Random(1);
        String header = request.headers().get("Authorization");
        for (int i = 0; i < MUTATIONS; i++) {
            String tampered = flipHexDigit(header, random);
            assertThat(rpc(request.withHeader("Authorization", tampered)))
                    .as("Authorization: %s", tampered)
                    .isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @MethodSource("v1")
    void refusesABodyOtherThanTheSignedOne(Signed request) {
        Random random = new Random(2);
        assertThat(rpc(request.withBody(longer(request.body())))).isInstanceOf(Refused.class);
        for (int i = 0;
                i < MUTATIONS && request.body().size() > 0 && request.body().size() < 10_000;
                i++) {
            assertThat(rpc(request.withBody(flipBit(request.body(), random)))).isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @MethodSource("v2")
    void refusesAMessageSignatureWithAnyHeaderCharacterChanged(Signed request) {
        Random random = new Random(3);
        for (String header : request.headers().keySet()) {
            for (int i = 0; i < MUTATIONS && request.body().size() < 10_000; i++) {
                Signed tampered = request.withHeader(
                        header, flipCharacter(request.headers().get(header), random));
                assertThat(rest(tampered))
                        .as("%s: %s", header, tampered.headers().get(header))
                        .isInstanceOf(Refused.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("v2")
    void refusesAMessageSignatureForAnotherTargetMethodOrBody(Signed request) {
        Random random = new Random(4);
        for (int i = 0; i < MUTATIONS && request.body().size() < 10_000; i++) {
            assertThat(rest(request.withTarget(flipCharacter(request.target(), random))))
                    .isInstanceOf(Refused.class);
        }
        assertThat(rest(request.withMethod("HEAD"))).isInstanceOf(Refused.class);
        assertThat(rest(request.withBody(longer(request.body())))).isInstanceOf(Refused.class);
    }

    /** Under a key of small order one signature is valid for every eighth message at least, and nobody needs to know a secret. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void refusesWhatAKeyOfSmallOrderSigned(String key) {
        String signature = "01" + "00".repeat(63);
        for (int i = 0; i < MUTATIONS; i++) {
            Signed request = v1().get(0)
                    .withHeader("Authorization", key + ":" + signature)
                    .withBody(ByteString.encodeUtf8("body " + i));
            assertThat(rpc(request)).as("body %d", i).isInstanceOf(Refused.class);
        }
    }

    @Test
    void neverDecodesTheTarget() {
        Signed request = v2().stream()
                .filter(entry -> entry.name().equals("get_query_special_characters"))
                .findFirst()
                .orElseThrow();

        assertThat(rest(request.withTarget(request.target().replace("%2B", "+"))))
                .isInstanceOf(Refused.class);
        assertThat(rest(request.withTarget(request.target().replace("~", "%7E"))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void saysThatTheDigestDoesNotBelongToTheBody() {
        Signed request = v2().get(0);

        assertThat(rest(request.withBody(ByteString.of((byte) 1)))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.DIGEST_MISMATCH);
            assertThat(refused.detail()).contains("Content-Digest");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Digest", "Signature-Input", "Signature"})
    void refusesAMessageSignatureThatLacksAHeader(String header) {
        assertThat(reason(rest(v2().get(0).withoutHeader(header)))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void refusesOtherLabelsComponentsAndAlgorithms() {
        Signed request = v2().get(0);
        String input = request.headers().get("Signature-Input");

        assertThat(reason(rest(request.withHeader("Signature-Input", input.replace("encord-sig", "sig1")))))
                .isEqualTo(Reason.UNSUPPORTED);
        assertThat(reason(rest(request.withHeader("Signature-Input", input.replace(" \"content-digest\"", "")))))
                .isEqualTo(Reason.UNSUPPORTED);
        assertThat(reason(rest(request.withHeader("Signature-Input", input.replace("ed25519", "rsa-pss-sha512")))))
                .isEqualTo(Reason.UNSUPPORTED);
    }

    @Test
    void tellsBearerTokensAndApiKeysApart() {
        Signed request = v1().get(0);

        assertThat(rpc(request.withHeader("Authorization", "Bearer abc"))).isEqualTo(new Bearer("abc"));
        assertThat(rpc(request.withHeader("Authorization", "abc"))).isEqualTo(new ApiKey("abc"));
        assertThat(rest(request.withHeader("Authorization", "Bearer abc"))).isEqualTo(new Bearer("abc"));
        assertThat(reason(rest(request.withHeader("Authorization", "abc")))).isEqualTo(Reason.UNSUPPORTED);
        assertThat(reason(rpc(request.withHeader("Authorization", "Bearer  ")))).isEqualTo(Reason.MALFORMED);
        assertThat(reason(rpc(request.withoutHeader("Authorization")))).isEqualTo(Reason.MISSING);
        assertThat(reason(rest(request.withoutHeader("Authorization")))).isEqualTo(Reason.MISSING);
    }

    @Test
    void refusesTwoAuthorizationHeaders() {
        assertThat(reason(authenticator.ofRpc(name -> List.of("one", "two"), new byte[0])))
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void takesAnUpperCaseSignatureForAnApiKeyAsTheProtocolSays() {
        Signed request = v1().get(0);
        String upper = request.headers().get("Authorization").toUpperCase(Locale.ROOT);

        assertThat(rpc(request.withHeader("Authorization", upper))).isInstanceOf(ApiKey.class);
    }

    @Test
    void showsNoSecretWhenPrinted() {
        assertThat(new Bearer("canary-token").toString()).doesNotContain("canary");
        assertThat(new ApiKey("canary-key").toString()).doesNotContain("canary");
    }

    private Authentication rpc(Signed request) {
        return authenticator.ofRpc(request.requestHeaders(), request.body().toByteArray());
    }

    private Authentication rest(Signed request) {
        return authenticator.ofRest(
                request.method(),
                request.target(),
                request.requestHeaders(),
                request.body().toByteArray());
    }

    private static Reason reason(Authentication authentication) {
        assertThat(authentication).isInstanceOf(Refused.class);
        return ((Refused) authentication).reason();
    }

    private static String flipHexDigit(String text, Random random) {
        int at = random.nextInt(text.length());
        if (text.charAt(at) == ':') {
            at++;
        }
        int flipped = Character.digit(text.charAt(at), 16) ^ (1 << random.nextInt(4));
        return text.substring(0, at) + Character.forDigit(flipped, 16) + text.substring(at + 1);
    }

    private static String flipCharacter(String text, Random random) {
        int at = random.nextInt(text.length());
        char other = (char) ('!' + random.nextInt('~' - '!'));
        char changed = other == text.charAt(at) ? '~' : other;
        return changed == text.charAt(at)
                ? flipCharacter(text, random)
                : text.substring(0, at) + changed + text.substring(at + 1);
    }

    private static ByteString flipBit(ByteString bytes, Random random) {
        byte[] flipped = bytes.toByteArray();
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        return ByteString.of(flipped);
    }

    private static ByteString longer(ByteString bytes) {
        return ByteString.of(Arrays.copyOf(bytes.toByteArray(), bytes.size() + 1));
    }
}
