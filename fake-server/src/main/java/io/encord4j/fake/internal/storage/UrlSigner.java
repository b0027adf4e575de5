package io.encord4j.fake.internal.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.encord4j.fake.internal.storage.UrlCheck.Grant;
import io.encord4j.fake.internal.storage.UrlCheck.Mismatch;
import io.encord4j.fake.internal.storage.UrlCheck.Reason;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes and checks the targets {@code /storage/{world}/{object}?method=..&expires=..&signature=..}. Signed are method,
 * world, object and expiry; not the host, so that a URL survives address translation.
 */
public final class UrlSigner {

    /** The path under which all storage lies. */
    public static final String PREFIX = "/storage/";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,200}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,200}(/[A-Za-z0-9._-]{1,200}){0,9}");
    private static final Pattern DOTS = Pattern.compile("(.*/)?\\.{1,2}(/.*)?");
    private static final Pattern PATH = Pattern.compile(PREFIX + "([^/]+)/(.+)");
    private static final Pattern EXPIRY = Pattern.compile("0|[1-9][0-9]{0,11}");
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");

    private final SecretKeySpec secret;

    private UrlSigner(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * Takes a secret that nobody can guess.
     *
     * @return the signer of one server
     */
    public static UrlSigner withRandomSecret() {
        return from(new SecureRandom());
    }

    /**
     * Takes the secret from a generator; one seed gives equal URLs in every run.
     *
     * @param random the generator
     * @return the signer of one server
     */
    public static UrlSigner from(RandomGenerator random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new UrlSigner(secret);
    }

    /**
     * Signs a URL.
     *
     * @param method the only method that the URL is good for
     * @param world the world of the object: up to 200 letters, digits, {@code .}, {@code _} and {@code -}
     * @param object the object's key: up to ten such names, separated by slashes
     * @param expires from when on the URL is refused; parts of a second are dropped
     * @return path and query, to be put after scheme and host
     */
    public String sign(StorageMethod method, String world, String object, Instant expires) {
        require("world", world, isName(world));
        require("object", object, isKey(object));
        Grant grant = new Grant(method, world, object, Instant.ofEpochSecond(expires.getEpochSecond()));
        return PREFIX + world + "/" + object + "?method=" + method + "&expires=" + expires.getEpochSecond()
                + "&signature=" + HexFormat.of().formatHex(mac(grant));
    }

    /**
     * Checks a target for everything that the URL itself tells. Expiry is left to the caller, who knows the clock.
     *
     * @param method the method of the request; HEAD counts as GET
     * @param path the path as on the request line
     * @param query the query as on the request line, or null if there is none
     * @return the grant, or what did not match
     */
    public UrlCheck verify(String method, String path, @Nullable String query) {
        Matcher names = PATH.matcher(path);
        if (!names.matches() || !isName(names.group(1)) || !isKey(names.group(2))) {
            return new Mismatch(Reason.NO_SUCH_OBJECT, "No object has this path.");
        }
        Map<String, String> parameters = parameters(query);
        String signature = parameters.getOrDefault("signature", "");
        String expires = parameters.getOrDefault("expires", "");
        StorageMethod signedFor = StorageMethod.named(parameters.getOrDefault("method", ""));
        if (signature.isEmpty()) {
            return new Mismatch(Reason.UNSIGNED, "The URL holds no signature.");
        }
        if (!SIGNATURE.matcher(signature).matches() || !EXPIRY.matcher(expires).matches() || signedFor == null) {
            return new Mismatch(Reason.SIGNATURE, "The signature does not match method, object and expiry of the URL.");
        }
        Instant expiry = Instant.ofEpochSecond(Long.parseLong(expires));
        Grant grant = new Grant(signedFor, names.group(1), names.group(2), expiry);
        if (!MessageDigest.isEqual(mac(grant), HexFormat.of().parseHex(signature))) {
            return new Mismatch(Reason.SIGNATURE, "The signature does not match method, object and expiry of the URL.");
        }
        if (!signedFor.allows(method)) {
            return new Mismatch(
                    Reason.METHOD, "The URL was signed for " + signedFor + " and was used with " + method + ".");
        }
        return grant;
    }

    private byte[] mac(Grant grant) {
        String text = grant.method() + "\n" + grant.world() + "\n" + grant.object() + "\n"
                + grant.expires().getEpochSecond();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", impossible);
        }
    }

    /** A repeated parameter makes the query ambiguous and therefore counts as absent. */
    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.merge(pair.substring(0, equals), pair.substring(equals + 1), (one, other) -> "");
                }
            }
        }
        return parameters;
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches() && !DOTS.matcher(text).matches();
    }

    private static boolean isKey(String text) {
        return KEY.matcher(text).matches() && !DOTS.matcher(text).matches();
    }

    private static void require(String what, String text, boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("The id of the " + what
                    + " must be made of letters, digits, '.', '_' and '-', but is " + text + ".");
        }
    }
}
