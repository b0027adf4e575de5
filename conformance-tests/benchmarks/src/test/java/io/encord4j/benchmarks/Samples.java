package io.encord4j.benchmarks;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** Figures of the same thing from several rounds. */
public final class Samples {

    private final double[] sorted;

    /** Takes a copy and sorts it. */
    public Samples(double[] figures) {
        if (figures.length == 0) {
            throw new IllegalArgumentException("There is no median of nothing.");
        }
        this.sorted = DoubleStream.of(figures).sorted().toArray();
    }

    /** A single figure. */
    public static Samples of(double... figures) {
        return new Samples(figures);
    }

    /** The figure in the middle, or the mean of the two there. */
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double lowest() {
        return sorted[0];
    }

    public double highest() {
        return sorted[sorted.length - 1];
    }

    /** Median, and the spread behind it. */
    public String text(String unit) {
        String median = number(median()) + (unit.isEmpty() ? "" : " " + unit);
        return sorted.length == 1 ? median : median + " (" + number(lowest()) + "–" + number(highest()) + ")";
    }

    /** Three digits that count. */
    public static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, format, value);
    }

    @Override
    public String toString() {
        return text("");
    }
}
