package io.encord4j.conformance.model;

import io.encord4j.conformance.model.Linearizability.Call;
import io.encord4j.conformance.model.SystemUnderTest.ListedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Several clients at once on one dataset: each renames, deletes and lists rows, and notes when it asked and what it was told. */
final class ConcurrentActors {

    private static final int ROWS = 3;

    private final AtomicLong ticks = new AtomicLong();
    private final String dataset;
    private final List<String> rows;
    private final Map<String, String> start = new HashMap<>();

    ConcurrentActors(SystemUnderTest system) {
        dataset = system.createDataset("shared");
        List<String> urls = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            urls.add("https://bucket.test/films/" + i + ".mp4");
        }
        system.addPrivateVideos(dataset, urls, false, false);
        List<ListedRow> listed = system.rows(dataset, "%");
        rows = listed.stream().map(ListedRow::hash).toList();
        listed.forEach(row -> start.put(row.hash(), row.seen().title()));
    }

    /** Lets each system act so many times, all at once; the history of all of them. */
    List<Call<Action>> run(List<? extends SystemUnderTest> systems, int actionsEach, long seed) {
        ExecutorService pool = Executors.newFixedThreadPool(systems.size());
        try {
            List<Callable<List<Call<Action>>>> actors = new ArrayList<>();
            for (int actor = 0; actor < systems.size(); actor++) {
                SystemUnderTest system = systems.get(actor);
                Random random = new Random(seed + actor);
                String name = "actor " + actor;
                actors.add(() -> act(system, name, actionsEach, random));
            }
            List<Call<Action>> history = new ArrayList<>();
            for (Future<List<Call<Action>>> actor : pool.invokeAll(actors)) {
                history.addAll(actor.get());
            }
            return history;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while actors were at work.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("An actor failed.", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Whether the history could have come from a server that handles one call at a time. */
    boolean isLinearizable(List<Call<Action>> history) {
        return new Linearizability<>(ConcurrentActors::next).explains(Map.copyOf(start), history);
    }

    private List<Call<Action>> act(SystemUnderTest system, String name, int count, Random random) {
        List<Call<Action>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String row = rows.get(random.nextInt(rows.size()));
            String title = name + ", title " + i;
            int choice = random.nextInt(20);
            if (choice < 10) {
                calls.add(timed(() -> new Action.Rename(row, title, system.tryRename(dataset, row, title))));
            } else if (choice < 19) {
                calls.add(timed(() -> new Action.ListAll(titles(system))));
            } else {
                calls.add(timed(() -> {
                    system.delete(dataset, List.of(row));
                    return new Action.Delete(row);
                }));
            }
        }
        return calls;
    }

    private Map<String, String> titles(SystemUnderTest system) {
        Map<String, String> titles = new HashMap<>();
        system.rows(dataset, "%")
                .forEach(row -> titles.put(row.hash(), row.seen().title()));
        return Map.copyOf(titles);
    }

    private Call<Action> timed(Supplier<Action> action) {
        long begin = ticks.getAndIncrement();
        Action done = action.get();
        return new Call<>(begin, ticks.getAndIncrement(), done);
    }

    private static List<Map<String, String>> next(Map<String, String> state, Action action) {
        if (action instanceof Action.ListAll list) {
            return list.titles().equals(state) ? List.of(state) : List.of();
        }
        if (action instanceof Action.Delete delete) {
            Map<String, String> smaller = new HashMap<>(state);
            smaller.remove(delete.row());
            return List.of(Map.copyOf(smaller));
        }
        Action.Rename rename = (Action.Rename) action;
        if (rename.done() != state.containsKey(rename.row())) {
            return List.of();
        }
        Map<String, String> renamed = new HashMap<>(state);
        renamed.computeIfPresent(rename.row(), (row, old) -> rename.title());
        return List.of(Map.copyOf(renamed));
    }

    /** What an actor did and what it was told. */
    sealed interface Action {

        /** Renamed a row, or was told that there is no such row. */
        record Rename(String row, String title, boolean done) implements Action {}

        record Delete(String row) implements Action {}

        record ListAll(Map<String, String> titles) implements Action {}
    }
}
