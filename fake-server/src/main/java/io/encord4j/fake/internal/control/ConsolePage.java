package io.encord4j.fake.internal.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.encord4j.fake.internal.http.Answer;
import io.encord4j.fake.internal.http.IncomingRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of the web page, which does everything by the control endpoints. They hold no data of any world. */
final class ConsolePage {

    private static final String PAGE = "/";
    private static final Pattern FILE = Pattern.compile("/_fake/console/([a-z]+\\.(css|js|svg))");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";

    private ConsolePage() {}

    /** Tells whether a request is for a file of the page. */
    static boolean isAsked(IncomingRequest request) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        return reads
                && (request.path().equals(PAGE) || FILE.matcher(request.path()).matches());
    }

    static Answer answer(IncomingRequest request) throws IOException {
        Matcher file = FILE.matcher(request.path());
        return file.matches() ? file(file.group(1), type(file.group(2))) : file("index.html", "text/html");
    }

    private static String type(String extension) {
        return switch (extension) {
            case "css" -> "text/css";
            case "js" -> "text/javascript";
            default -> "image/svg+xml";
        };
    }

    private static Answer file(String name, String type) throws IOException {
        try (InputStream file = ConsolePage.class.getResourceAsStream("console/" + name)) {
            if (file == null) {
                throw new ControlException(404, "The page of this server has no file " + name + ".");
            }
            return Answer.text(200, type + "; charset=utf-8", new String(file.readAllBytes(), UTF_8))
                    .withHeader("Content-Security-Policy", POLICY)
                    .withHeader("Cross-Origin-Opener-Policy", "same-origin")
                    .withHeader("Cross-Origin-Resource-Policy", "same-origin")
                    .withHeader("X-Content-Type-Options", "nosniff")
                    .withHeader("Referrer-Policy", "no-referrer")
                    .withHeader("Cache-Control", "no-cache");
        }
    }
}
