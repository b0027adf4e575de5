package io.encord4j.fake.internal.rest;

import io.encord4j.fake.wire.api.WireOperation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the operation of a path, from the paths in the API description. */
final class RestRoutes {

    private static final Set<String> TAGS = Set.of("Rest", "StorageFolders", "StorageItems");

    /** Segments that are spelled out win over ids, so the paths with the fewest ids come first. */
    private final List<Route> routes = Stream.concat(
                    Arrays.stream(WireOperation.values())
                            .filter(operation -> TAGS.contains(operation.tag()))
                            .map(Route::of),
                    FORMER_PATHS.entrySet().stream().map(entry -> new Route(entry.getValue(), split(entry.getKey()))))
            .sorted(Comparator.comparingLong(Route::ids))
            .toList();

    /** An operation with the values of its path's templates. */
    record Match(WireOperation operation, Map<String, String> pathValues) {}

    /** The paths of earlier releases, beside those of the description. */
    private static final Map<String, WireOperation> FORMER_PATHS = Map.of(
            "/v2/public/user/bearer_token",
            WireOperation.GET_BEARER_TOKEN,
            "/v2/public/storage/folders/{folderUuid}/" + DataGroupHandlers.FORMER_PATH,
            WireOperation.CREATE_GROUP_ITEMS);

    private record Route(WireOperation operation, List<String> segments) {

        static Route of(WireOperation operation) {
            return new Route(operation, split(operation.path()));
        }

        long ids() {
            return segments.stream().filter(segment -> segment.startsWith("{")).count();
        }

        Optional<Match> match(List<String> actual) {
            if (actual.size() != segments.size()) {
                return Optional.empty();
            }
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < actual.size(); i++) {
                String expected = segments.get(i);
                if (expected.startsWith("{")) {
                    values.put(expected.substring(1, expected.length() - 1), PercentCoding.decodePath(actual.get(i)));
                } else if (!expected.equals(actual.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Match(operation, values));
        }
    }

    /** Every operation of the path, whatever its method. */
    List<Match> of(String path) {
        List<String> segments = split(path);
        List<Match> matches = new ArrayList<>();
        for (Route route : routes) {
            route.match(segments).ifPresent(matches::add);
        }
        return matches;
    }

    Optional<Match> of(String method, String path) {
        return of(path).stream()
                .filter(match -> match.operation().httpMethod().equals(method))
                .findFirst();
    }

    private static List<String> split(String path) {
        return Arrays.asList(path.split("/", -1));
    }
}
