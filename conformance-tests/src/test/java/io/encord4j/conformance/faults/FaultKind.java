package io.encord4j.conformance.faults;

import io.encord4j.CallTimeoutException;
import io.encord4j.CloudStorageException;
import io.encord4j.ConnectionException;
import io.encord4j.EncordException;
import io.encord4j.MalformedAnswerException;
import io.encord4j.conformance.contract.SpecOperation;
import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Fault;
import io.encord4j.fake.faults.FaultBuilder;
import io.encord4j.fake.faults.RetryAfter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The columns of the matrix: what goes wrong, whether the server had done its work by then, and what a caller is told who must not repeat. */
enum FaultKind {
    REFUSED("refused", Handled.NEVER_SENT, ConnectionException.class, On.CLIENT),
    RESET_BEFORE("reset before", Handled.NO, ConnectionException.class, On.ALL),
    RESET_AFTER("reset after", Handled.YES, ConnectionException.class, On.ALL),
    RESET_IN_ANSWER("reset in answer", Handled.YES, EncordException.class, On.ANSWERS),
    CUT_AT_0("cut at 0", Handled.NO, EncordException.class, On.UPLOADS),
    CUT_AT_1("cut at 1", Handled.NO, EncordException.class, On.UPLOADS),
    CUT_AT_HALF("cut at half", Handled.NO, EncordException.class, On.UPLOADS),
    CUT_AT_LAST("cut at last", Handled.NO, EncordException.class, On.UPLOADS),
    SLOW_BEFORE("slow before", Handled.LATER, CallTimeoutException.class, On.ALL),
    SLOW_AFTER("slow after", Handled.YES, CallTimeoutException.class, On.ALL),
    STATUS_429("429", Handled.NO, EncordException.class, On.ALL),
    STATUS_429_AFTER("429 after 0 s", Handled.NO, EncordException.class, On.ALL),
    STATUS_503("503", Handled.NO, EncordException.class, On.ALL),
    STATUS_503_AFTER("503 after 0 s", Handled.NO, EncordException.class, On.ALL),
    STATUS_500("500", Handled.NO, EncordException.class, On.ALL),
    STATUS_502("502 HTML", Handled.NO, EncordException.class, On.ALL),
    TRUNCATED("truncated", Handled.YES, EncordException.class, On.ANSWERS),
    MALFORMED("malformed", Handled.YES, MalformedAnswerException.class, On.ANSWERS),
    WRONG_ENVELOPE("wrong shape", Handled.YES, MalformedAnswerException.class, On.CLIENT_ANSWERS),
    EXPIRED_URL("expired URL", Handled.NO, CloudStorageException.class, On.STORAGE),
    IDLE_CLOSE("idle close", Handled.NEVER_SENT, ConnectionException.class, On.GATEWAY),
    REDIRECT("307", Handled.NEVER_SENT, EncordException.class, On.GATEWAY),
    REDIRECT_AWAY("307 away", Handled.NO, EncordException.class, On.GATEWAY),
    STALLING_403("403 stalling", Handled.NO, EncordException.class, On.GATEWAY),
    BROKEN_403("403 broken", Handled.NO, EncordException.class, On.GATEWAY),
    GZIP_403("403 bad gzip", Handled.NO, EncordException.class, On.GATEWAY),
    HUGE_403("403 huge", Handled.NO, EncordException.class, On.GATEWAY);

    /** Whether the operation's work was done when the fault struck. */
    enum Handled {
        NEVER_SENT,
        NO,
        YES,
        /** Done after the caller has given up. */
        LATER
    }

    /** Which operations the fault can happen to, and on which side it is made. */
    enum On {
        ALL,
        /** Needs an answer with a JSON body. */
        ANSWERS,
        UPLOADS,
        STORAGE,
        CLIENT,
        CLIENT_ANSWERS,
        /** Made by what stands between client and server. */
        GATEWAY
    }

    /** REST calls whose answer may be any JSON. */
    private static final Set<String> IGNORED = Set.of(
            "addDatasetGroups",
            "removeDatasetGroups",
            "addFolderGroups",
            "removeFolderGroups",
            "moveFolders",
            "deleteFolder",
            "moveItems",
            "deleteItems",
            "migrateItems");

    private final String title;
    private final Handled handled;
    private final Class<? extends EncordException> error;
    private final On on;

    FaultKind(String title, Handled handled, Class<? extends EncordException> error, On on) {
        this.title = title;
        this.handled = handled;
        this.error = error;
        this.on = on;
    }

    String title() {
        return title;
    }

    Handled handled() {
        return handled;
    }

    /**
     * Whether asking again may help. An answer that came whole is an answer, whatever is in it: asking again would hide a defect. Only
     * who polls a job asks again anyhow. A download cannot get a new URL by itself; an upload can.
     */
    boolean passes(SpecOperation operation) {
        return switch (this) {
            case MALFORMED, WRONG_ENVELOPE -> Calls.isPoll(operation.id());
            case REDIRECT_AWAY -> operation.signedUrl();
            case EXPIRED_URL, STALLING_403, BROKEN_403, GZIP_403, HUGE_403 ->
                operation.id().equals("putObject");
            default -> true;
        };
    }

    /** Whether a caller cannot know what the server did, so that a call that must not be repeated is undecided. */
    boolean leavesDoubt() {
        return switch (this) {
            case REFUSED,
                    CUT_AT_0,
                    CUT_AT_1,
                    CUT_AT_HALF,
                    CUT_AT_LAST,
                    STATUS_429,
                    STATUS_429_AFTER,
                    EXPIRED_URL,
                    IDLE_CLOSE,
                    REDIRECT,
                    REDIRECT_AWAY,
                    STALLING_403,
                    BROKEN_403,
                    GZIP_403,
                    HUGE_403 -> false;
            default -> true;
        };
    }

    /** What the gateway answers in the server's place; empty if it only hands on. */
    Optional<Gateway.Trouble> trouble(Gateway gateway) {
        return switch (this) {
            case REDIRECT -> Optional.of(Troubles.redirect(""));
            case REDIRECT_AWAY -> Optional.of(Troubles.redirect(gateway.urlByAnotherName()));
            case STALLING_403 -> Optional.of(Troubles.stallingRefusal());
            case BROKEN_403 -> Optional.of(Troubles.brokenRefusal());
            case GZIP_403 -> Optional.of(Troubles.refusalInBrokenGzip());
            case HUGE_403 -> Optional.of(Troubles.hugeRefusal());
            default -> Optional.empty();
        };
    }

    boolean isForbidden() {
        return this == STALLING_403 || this == BROKEN_403 || this == GZIP_403 || this == HUGE_403;
    }

    boolean needsGateway() {
        return on == On.GATEWAY;
    }

    /** Whether the caller must not wait long for something to happen. */
    boolean needsImpatience() {
        return this == SLOW_BEFORE || this == SLOW_AFTER || this == STALLING_403;
    }

    Class<? extends EncordException> error() {
        return error;
    }

    /** The fault to arm at the server; empty if it is made at the client's end. */
    Optional<Fault> toArm(SpecOperation operation) {
        FaultBuilder fault = Fault.on(operation.id());
        return switch (this) {
            case REFUSED,
                    WRONG_ENVELOPE,
                    IDLE_CLOSE,
                    REDIRECT,
                    REDIRECT_AWAY,
                    STALLING_403,
                    BROKEN_403,
                    GZIP_403,
                    HUGE_403 -> Optional.empty();
            case RESET_BEFORE -> Optional.of(fault.beforeHandling(new Effect.Reset()));
            case RESET_AFTER -> Optional.of(fault.afterHandling(new Effect.Reset()));
            case RESET_IN_ANSWER -> Optional.of(fault.inResponse(3, new Effect.Reset()));
            case CUT_AT_0 -> Optional.of(cut(fault, 0));
            case CUT_AT_1 -> Optional.of(cut(fault, 1));
            case CUT_AT_HALF -> Optional.of(cut(fault, Upload.SIZE / 2));
            case CUT_AT_LAST -> Optional.of(cut(fault, Upload.SIZE - 1));
            case SLOW_BEFORE -> Optional.of(fault.beforeHandling(new Effect.Delay(Upload.TOO_LONG)));
            case SLOW_AFTER -> Optional.of(fault.afterHandling(new Effect.Delay(Upload.TOO_LONG)));
            case STATUS_429 -> Optional.of(later(fault, 429, new RetryAfter.Unsaid()));
            case STATUS_429_AFTER -> Optional.of(later(fault, 429, new RetryAfter.Seconds(0)));
            case STATUS_503 -> Optional.of(later(fault, 503, new RetryAfter.Unsaid()));
            case STATUS_503_AFTER -> Optional.of(later(fault, 503, new RetryAfter.Seconds(0)));
            case STATUS_500 -> Optional.of(fault.beforeHandling(new Effect.Status(500)));
            case STATUS_502 -> Optional.of(fault.beforeHandling(new Effect.Status(502)));
            case TRUNCATED -> Optional.of(fault.inResponse(3, new Effect.Truncate()));
            case MALFORMED -> Optional.of(fault.afterHandling(new Effect.Malformed()));
            case EXPIRED_URL -> Optional.of(fault.beforeHandling(new Effect.ExpiredUrl()));
        };
    }

    /** Why the fault cannot happen to an operation; empty if it can. */
    Optional<String> impossibleBecause(SpecOperation operation) {
        boolean upload = operation.id().equals("putObject");
        return switch (on) {
            case ALL, CLIENT, GATEWAY -> Optional.empty();
            case ANSWERS -> operation.signedUrl() ? Optional.of("its answer has no JSON") : Optional.empty();
            case CLIENT_ANSWERS ->
                operation.signedUrl() || IGNORED.contains(operation.id())
                        ? Optional.of("nobody reads its answer")
                        : Optional.empty();
            case UPLOADS -> upload ? Optional.empty() : Optional.of("it sends no file");
            case STORAGE -> operation.signedUrl() ? Optional.empty() : Optional.of("it has no signed URL");
        };
    }

    private static Fault cut(FaultBuilder fault, long at) {
        return fault.inRequestBody(at, new Effect.Reset());
    }

    private static Fault later(FaultBuilder fault, int status, RetryAfter after) {
        return fault.beforeHandling(new Effect.RetryLater(status, after));
    }

    /** What the matrix uploads, and how long it waits. */
    static final class Upload {
        static final int SIZE = 70_000;
        static final Duration PATIENCE = Duration.ofMillis(400);
        static final Duration TOO_LONG = Duration.ofMillis(900);

        private Upload() {}
    }
}
