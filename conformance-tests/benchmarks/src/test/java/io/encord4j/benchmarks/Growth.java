package io.encord4j.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** How a cost grows with a size. */
public final class Growth {

    private final String name;
    private final List<Point> points = new ArrayList<>();

    /** One measurement. */
    public record Point(double size, double cost) {}

    /** Without points yet. */
    public Growth(String name) {
        this.name = name;
    }

    /** Adds a measurement. */
    public void add(double size, double cost) {
        points.add(new Point(size, cost));
    }

    public String name() {
        return name;
    }

    public List<Point> points() {
        return points;
    }

    /** The exponent: 0 is constant, 1 is linear, 2 is square; fitted to the logarithms by least squares. */
    public double slope() {
        double meanX =
                points.stream().mapToDouble(p -> Math.log(p.size())).average().orElseThrow();
        double meanY =
                points.stream().mapToDouble(p -> Math.log(p.cost())).average().orElseThrow();
        double covariance = 0;
        double variance = 0;
        for (Point point : points) {
            double x = Math.log(point.size()) - meanX;
            covariance += x * (Math.log(point.cost()) - meanY);
            variance += x * x;
        }
        return covariance / variance;
    }

    /** The slope over the larger half of the sizes, where fixed costs no longer hide the growth. */
    public double lateSlope() {
        Growth late = new Growth(name);
        points.subList(points.size() / 2, points.size()).forEach(p -> late.add(p.size(), p.cost()));
        return late.points.size() < 2 ? slope() : late.slope();
    }
}
