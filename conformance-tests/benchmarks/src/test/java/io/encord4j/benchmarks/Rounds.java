package io.encord4j.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What several rivals took in the same rounds. In a round each is measured once, in turn; every second round goes the other
 * way round, so that a drift of the machine hits all alike. A ratio is taken within each round.
 */
public final class Rounds {

    private final Map<String, List<Double>> figures;

    private Rounds(Map<String, List<Double>> figures) {
        this.figures = figures;
    }

    /** Measures something once. */
    @FunctionalInterface
    public interface Measure {

        /** Gives the figure, in whatever unit the row is in. */
        double take() throws IOException;
    }

    /** Measures all in turn. */
    public static Rounds of(int rounds, Map<String, Measure> rivals) throws IOException {
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        rivals.keySet().forEach(name -> figures.put(name, new ArrayList<>()));
        List<String> order = new ArrayList<>(rivals.keySet());
        for (int round = 0; round < rounds; round++) {
            for (String name : order) {
                figures.get(name).add(rivals.get(name).take());
            }
            Collections.reverse(order);
        }
        return new Rounds(figures);
    }

    /** All figures of one. */
    public Samples samples(String name) {
        return new Samples(figures.get(name).stream().mapToDouble(d -> d).toArray());
    }

    /** What one took in relation to another, round by round. */
    public Samples ratio(String name, String other) {
        List<Double> above = figures.get(name);
        List<Double> below = figures.get(other);
        double[] ratios = new double[above.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = above.get(i) / below.get(i);
        }
        return new Samples(ratios);
    }
}
