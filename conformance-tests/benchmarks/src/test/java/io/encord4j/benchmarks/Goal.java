package io.encord4j.benchmarks;

/** What a ratio must reach. */
public sealed interface Goal {

    /** Whether it does. */
    boolean reachedBy(double ratio);

    /** How the table says it. */
    String text();

    /** The less the better. */
    record AtMost(double bound) implements Goal {
        @Override
        public boolean reachedBy(double ratio) {
            return ratio <= bound;
        }

        @Override
        public String text() {
            return "≤ " + Samples.number(bound);
        }
    }

    /** The more the better. */
    record AtLeast(double bound) implements Goal {
        @Override
        public boolean reachedBy(double ratio) {
            return ratio >= bound;
        }

        @Override
        public String text() {
            return "≥ " + Samples.number(bound);
        }
    }

    /** For comparison only. */
    record None() implements Goal {
        @Override
        public boolean reachedBy(double ratio) {
            return true;
        }

        @Override
        public String text() {
            return "";
        }
    }
}
