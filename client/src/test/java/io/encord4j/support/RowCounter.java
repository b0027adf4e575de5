package io.encord4j.support;

import io.encord4j.ClientOptions;
import io.encord4j.DataRow;
import io.encord4j.DataRowFilter;
import io.encord4j.EncordUserClient;
import java.util.stream.Stream;

/** A program of its own, so that its heap can be small: streams the rows of a dataset and prints how many there are. */
public final class RowCounter {
    private RowCounter() {}

    public static void main(String[] args) {
        ClientOptions options = ClientOptions.builder().domain(args[0]).build();
        try (EncordUserClient user = EncordUserClient.builder()
                        .bearerToken("t")
                        .options(options)
                        .build();
                Stream<DataRow> rows =
                        user.datasetClient(StubService.DATASET).streamDataRows(DataRowFilter.ofDefaults())) {
            System.out.println(rows.map(DataRow::dataHash).mapToLong(hash -> 1).sum());
        }
    }
}
