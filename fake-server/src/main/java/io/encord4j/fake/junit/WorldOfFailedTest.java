package io.encord4j.fake.junit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Hangs on the failure of a test, so that whatever prints the failure prints the journal as well. */
final class WorldOfFailedTest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private WorldOfFailedTest(String report, @Nullable Throwable cause) {
        super(report, cause, false, false);
    }

    /** Returns the failure with the report on it; one that takes nothing becomes the cause of the report. */
    static Throwable explain(Throwable failure, String report) {
        failure.addSuppressed(new WorldOfFailedTest(report, null));
        return isOn(failure) ? failure : new WorldOfFailedTest(failure + "\n" + report, failure);
    }

    static boolean isOn(Throwable failure) {
        return failure instanceof WorldOfFailedTest
                || Arrays.stream(failure.getSuppressed()).anyMatch(WorldOfFailedTest.class::isInstance);
    }
}
