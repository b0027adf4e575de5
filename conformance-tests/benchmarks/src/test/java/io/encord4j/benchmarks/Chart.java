package io.encord4j.benchmarks;

import java.util.List;
import java.util.Locale;

/** Draws growth on logarithmic axes as SVG. */
final class Chart {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final List<String> COLOURS = List.of("#1f77b4", "#d62728", "#2ca02c", "#9467bd");

    private final StringBuilder svg = new StringBuilder();
    private final double fromX;
    private final double toX;
    private final double fromY;
    private final double toY;

    private Chart(List<Growth> series) {
        List<Growth.Point> all =
                series.stream().flatMap(each -> each.points().stream()).toList();
        fromX = Math.floor(
                log(all.stream().mapToDouble(Growth.Point::size).min().orElseThrow()));
        toX = Math.max(
                fromX + 1,
                Math.ceil(log(all.stream().mapToDouble(Growth.Point::size).max().orElseThrow())));
        fromY = Math.floor(
                log(all.stream().mapToDouble(Growth.Point::cost).min().orElseThrow()));
        toY = Math.max(
                fromY + 1,
                Math.ceil(log(all.stream().mapToDouble(Growth.Point::cost).max().orElseThrow())));
    }

    /** Gives the document. */
    static String svg(String title, String sizes, String costs, List<Growth> series) {
        Chart chart = new Chart(series);
        chart.frame(title, sizes, costs);
        for (int i = 0; i < series.size(); i++) {
            chart.line(series.get(i), COLOURS.get(i % COLOURS.size()), i);
        }
        return chart.svg.append("</svg>\n").toString();
    }

    private void frame(String title, String sizes, String costs) {
        put(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                WIDTH, HEIGHT);
        put("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, HEIGHT);
        text(WIDTH / 2, 22, "middle", title + " (" + costs + ")");
        text(WIDTH / 2, HEIGHT - 12, "middle", sizes);
        for (double decade = fromX; decade <= toX; decade++) {
            put("<path d=\"M%.1f %d V%d\" stroke=\"#ddd\"/>", x(decade), TOP, HEIGHT - BOTTOM);
            text(x(decade), HEIGHT - BOTTOM + 16, "middle", power(decade));
        }
        for (double decade = fromY; decade <= toY; decade++) {
            put("<path d=\"M%d %.1f H%d\" stroke=\"#ddd\"/>", LEFT, y(decade), WIDTH - RIGHT);
            text(LEFT - 6, y(decade) + 4, "end", power(decade));
        }
    }

    private void line(Growth growth, String colour, int number) {
        StringBuilder path = new StringBuilder();
        for (Growth.Point point : growth.points()) {
            double x = x(log(point.size()));
            double y = y(log(point.cost()));
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : " L", x, y));
            put("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>", x, y, colour);
        }
        put("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>", path, colour);
        put(
                "<rect x=\"%d\" y=\"%d\" width=\"10\" height=\"10\" fill=\"%s\"/>",
                LEFT + 8, TOP + 8 + number * 18, colour);
        text(LEFT + 24, TOP + 17 + number * 18, "start", legend(growth));
    }

    private static String legend(Growth growth) {
        return String.format(
                Locale.ROOT, "%s: slope %.2f, later %.2f", growth.name(), growth.slope(), growth.lateSlope());
    }

    private double x(double decade) {
        return LEFT + (decade - fromX) / (toX - fromX) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double decade) {
        return HEIGHT - BOTTOM - (decade - fromY) / (toY - fromY) * (HEIGHT - TOP - BOTTOM);
    }

    private void text(double x, double y, String anchor, String words) {
        put("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, words);
    }

    private void put(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String power(double decade) {
        return "1e" + (int) decade;
    }

    private static double log(double value) {
        return Math.log10(value);
    }
}
