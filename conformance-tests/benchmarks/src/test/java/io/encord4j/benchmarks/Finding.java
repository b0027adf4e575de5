package io.encord4j.benchmarks;

/**
 * A line of the table.
 *
 * @param what what was measured
 * @param ours our figure
 * @param against what it is held against, with its figure
 * @param ratio ours by theirs
 * @param goal what the ratio must reach
 */
public record Finding(String what, String ours, String against, Samples ratio, Goal goal) {

    /** Says whether the goal is reached; nothing if there is none. */
    public String verdict() {
        if (goal instanceof Goal.None) {
            return "";
        }
        return goal.reachedBy(ratio.median()) ? "yes" : "**no**";
    }

    /** The line in Markdown. */
    public String line() {
        return "| %s | %s | %s | %s | %s | %s |".formatted(what, ours, against, ratio.text(""), goal.text(), verdict());
    }
}
