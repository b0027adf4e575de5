package io.encord4j.golden;

import io.encord4j.ApiGeneration;
import io.encord4j.ClientOptions;
import io.encord4j.EncordDatasetClient;
import io.encord4j.EncordUserClient;
import io.encord4j.EncordUserClientBuilder;
import io.encord4j.RetryPolicy;
import io.encord4j.UploadOptions;
import io.encord4j.internal.auth.Vectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One call of an official SDK, and what is needed to make it again with this client. */
record GoldenCall(String name, boolean of2022, List<GoldenLine> lines, String base, Path directory) {
    GoldenLine first() {
        return lines.get(0);
    }

    Object uid() {
        return first().uid();
    }

    @SuppressWarnings("unchecked")
    List<String> uids() {
        return (List<String>) first().uid();
    }

    Map<String, Object> payload() {
        return first().payload();
    }

    String text(String key) {
        return (String) payload().get(key);
    }

    @SuppressWarnings("unchecked")
    List<String> texts(String key) {
        return (List<String>) payload().get(key);
    }

    <T> T asUser(Function<EncordUserClient, T> call) {
        try (EncordUserClient user = user()) {
            return call.apply(user);
        }
    }

    <T> T onDataset(Function<EncordDatasetClient, T> call) {
        String hash = header("ResourceID");
        String hashOfPath = first().path().replaceAll(".*/datasets/([^/]+)/groups.*", "$1");
        String dataset = hash != null ? hash : first().path().equals(hashOfPath) ? "any" : hashOfPath;
        if (of2022) {
            try (EncordDatasetClient client = EncordDatasetClient.builder()
                    .resourceId(dataset)
                    .apiKey(header("Authorization"))
                    .options(options())
                    .build()) {
                return call.apply(client);
            }
        }
        return asUser(user -> call.apply(user.datasetClient(dataset)));
    }

    UploadOptions.Builder oneByOne() {
        return UploadOptions.builder().parallelism(1);
    }

    /** The files that were uploaded, under the names that they had. */
    List<Path> files(String... names) {
        List<byte[]> contents = lines.stream()
                .filter(GoldenLine::isUpload)
                .map(GoldenLine::bytes)
                .toList();
        List<Path> files = new ArrayList<>();
        try {
            for (int i = 0; i < names.length; i++) {
                byte[] content = i < contents.size() ? contents.get(i) : new byte[] {1};
                files.add(Files.write(directory.resolve(names[i]), content));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private String header(String name) {
        return lines.stream()
                .flatMap(line -> line.header(name).stream())
                .findFirst()
                .orElse(null);
    }

    private EncordUserClient user() {
        EncordUserClientBuilder builder = EncordUserClient.builder()
                .options(options())
                .generation(of2022 ? ApiGeneration.V2022 : ApiGeneration.V2026);
        String authorisation = header("Authorization");
        if (authorisation != null && authorisation.startsWith("Bearer ")) {
            return builder.bearerToken(authorisation.substring(7)).build();
        }
        return builder.sshKey(Vectors.keyText("id_ed25519")).build();
    }

    private ClientOptions options() {
        return ClientOptions.builder()
                .domain(base)
                .retryPolicy(RetryPolicy.never())
                .build();
    }
}
