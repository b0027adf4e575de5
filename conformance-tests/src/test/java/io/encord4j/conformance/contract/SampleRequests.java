package io.encord4j.conformance.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One well-formed request per operation, as an official SDK sent it, for a dataset of the caller's choice. */
public final class SampleRequests {

    /** The datasets that the golden vectors are about: a hosted one and one for a bucket. */
    private static final Pattern GOLDEN_DATASETS =
            Pattern.compile("ff8fac10-b070-5963-b59b-165a0d8e5662|18514c56-3fc6-5a0e-bd94-9453e91a1bdf");

    private final Map<String, Exchange> samples = new LinkedHashMap<>();

    /** Reads the golden vectors. */
    public SampleRequests(SpecOperations operations) {
        Stream.of("2022", "2026", "storage-2026")
                .flatMap(recording -> GoldenVectors.of(recording).stream())
                .map(GoldenVectors.Vector::exchange)
                .filter(exchange -> exchange.status() == 200)
                .forEach(exchange ->
                        operations.of(exchange).ifPresent(operation -> samples.putIfAbsent(operation.id(), exchange)));
    }

    /** The request of an operation, about a dataset. */
    public Sample of(SpecOperation operation, String datasetHash) {
        Exchange exchange = samples.get(operation.id());
        if (exchange == null) {
            throw new IllegalStateException("No golden vector calls " + operation.id());
        }
        return new Sample(
                exchange.method(),
                GOLDEN_DATASETS.matcher(exchange.target()).replaceAll(datasetHash),
                GOLDEN_DATASETS.matcher(exchange.requestBody().text()).replaceAll(datasetHash));
    }

    /** The first request of a call of the official storage client, by its name among the golden vectors. */
    public Sample ofStorageCall(String name) {
        Exchange exchange = GoldenVectors.of("storage-2026").stream()
                .filter(vector -> vector.operation().equals(name))
                .findFirst()
                .orElseThrow()
                .exchange();
        return new Sample(
                exchange.method(), exchange.target(), exchange.requestBody().text());
    }

    /** Request line and body. */
    public record Sample(String method, String target, String body) {}
}
