package io.encord4j.benchmarks;

import java.io.IOException;

/** Measures one row of the table, or a few that share a run. */
public interface Bench {

    /** What {@code -Dbench} calls it. */
    String name();

    /** Measures, and tells the lab what was found. */
    void run(Lab lab) throws IOException;
}
