package io.encord4j.fake.junit;

/** Hangs on the failure of a test, so that whatever prints the failure prints the journal as well. */
final class WorldOfFailedTest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorldOfFailedTest(String world, String report) {
        super("The test ran in " + world + ". " + report, null, false, false);
    }
}
