package io.encord4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.encord4j.internal.auth.Vectors;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** One rule for errors, for every public method of the clients, their builders and their options. */
class PublicMethodsTest {
    /** Hostile values by type; each is accepted, or refused by an exception of the family. */
    private static final Map<Class<?>, List<Object>> HOSTILE = Map.of(
            String.class, List.of("", " ", "\ud800", "a\nb", "\u0000"),
            Instant.class, List.of(Instant.MIN, Instant.MAX),
            Duration.class, List.of(Duration.ofSeconds(-1), Duration.ofSeconds(Long.MAX_VALUE), Duration.ofNanos(1)),
            int.class, List.of(Integer.MIN_VALUE, -1, 0),
            long.class, List.of(Long.MIN_VALUE, -1L, 0L),
            double.class, List.of(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -1.0),
            Collection.class, List.of(List.of(), Collections.singletonList(null)),
            List.class, List.of(List.of(), Collections.singletonList(null)),
            Map.class, List.of(Map.of("a", new Object()), Map.of("a", Double.NaN), Map.of("\udc00", 1)),
            Path.class, List.of(Path.of(""), Path.of("/no/such/file")));

    @TempDir
    Path directory;

    private final EncordUserClient user = user();

    @AfterEach
    void close() {
        user.close();
    }

    @TestFactory
    Stream<DynamicTest> nullIsRefusedByTheNameOfItsParameter() {
        return targets()
                .flatMap(this::methods)
                .flatMap(call -> call.arguments()
                        .filter(i -> !call.isNullable(i))
                        .map(i -> DynamicTest.dynamicTest(call.title(i), () -> {
                            Throwable thrown = catchThrowable(() -> call.with(i, null));

                            assertThat(thrown).isInstanceOf(NullPointerException.class);
                            assertThat(thrown.getMessage()).matches("[a-z]\\w*(\\[\\d+])?(: .*)?");
                        })));
    }

    @TestFactory
    Stream<DynamicTest> aBadValueIsAnExceptionOfTheFamily() {
        return targets()
                .flatMap(this::methods)
                .flatMap(call -> call.all()
                        .filter(i -> HOSTILE.containsKey(call.type(i)) && !call.isMapOfIds(i))
                        .map(i -> DynamicTest.dynamicTest(call.title(i), () -> {
                            for (Object hostile : HOSTILE.get(call.type(i))) {
                                Throwable thrown = catchThrowable(() -> call.with(i, hostile));

                                boolean named = thrown instanceof NullPointerException
                                        && String.valueOf(thrown.getMessage()).matches("[a-z]\\w*\\[\\d+]");
                                assertThat(thrown == null || named || thrown instanceof EncordException)
                                        .as("%s for %s", thrown, hostile)
                                        .isTrue();
                            }
                        })));
    }

    /** Written as UTF-8, half of a character would become a question mark. */
    @TestFactory
    Stream<DynamicTest> noBuilderTakesTextOrMetadataThatCannotBeSent() {
        return targets()
                .filter(target -> target.type().getName().endsWith("$Builder"))
                .flatMap(this::methods)
                .flatMap(call -> call.all()
                        .filter(i -> call.type(i) == String.class || call.type(i) == Map.class)
                        .map(i -> DynamicTest.dynamicTest(call.title(i), () -> {
                            for (Object hostile :
                                    call.type(i) == String.class ? List.of("\ud800") : HOSTILE.get(Map.class)) {
                                assertThatExceptionOfType(InputException.class).isThrownBy(() -> call.with(i, hostile));
                            }
                        })));
    }

    @Test
    void everyOptionTypeHasTheSameShape() throws NoSuchMethodException {
        for (Class<?> type : List.of(
                ClientOptions.class,
                CloudIntegrationFilter.class,
                DataRowExtras.class,
                DataRowFilter.class,
                DataRowUpdate.class,
                DatasetFilter.class,
                DatasetOptions.class,
                FolderFilter.class,
                FolderOptions.class,
                ItemFilter.class,
                PrivateDataOptions.class,
                RetryPolicy.class,
                TreeOptions.class,
                UploadOptions.class)) {
            assertThat(type).isFinal().isNotInterface();
            assertThat(type.isRecord()).as(type.getName()).isFalse();
            assertThat(type.getConstructors()).isEmpty();
            assertThat(type.getMethod("ofDefaults").getReturnType()).isEqualTo(type);
            Class<?> builder = type.getMethod("builder").getReturnType();
            assertThat(type.getMethod("toBuilder").getReturnType()).isEqualTo(builder);
            assertThat(builder.getMethod("build").getReturnType()).isEqualTo(type);
        }
    }

    /** What the methods are called on; null for static ones. */
    private record Target(Class<?> type, @Nullable Supplier<Object> instance) {}

    private Stream<Target> targets() {
        return Stream.of(
                new Target(EncordUserClient.class, () -> user),
                new Target(EncordDatasetClient.class, () -> user.datasetClient("d")),
                new Target(EncordStorage.class, user::storage),
                new Target(CloudMigration.Builder.class, CloudMigration::builder),
                new Target(FolderFilter.Builder.class, FolderFilter::builder),
                new Target(FolderOptions.Builder.class, FolderOptions::builder),
                new Target(FolderUpdate.Builder.class, FolderUpdate::builder),
                new Target(ItemFilter.Builder.class, ItemFilter::builder),
                new Target(ItemUpdate.Builder.class, ItemUpdate::builder),
                new Target(TreeOptions.Builder.class, TreeOptions::builder),
                new Target(UploadOptions.Builder.class, UploadOptions::builder),
                new Target(EncordUserClientBuilder.class, EncordUserClient::builder),
                new Target(EncordDatasetClientBuilder.class, EncordDatasetClient::builder),
                new Target(ClientOptions.Builder.class, ClientOptions::builder),
                new Target(CloudIntegrationFilter.Builder.class, CloudIntegrationFilter::builder),
                new Target(DataRowExtras.Builder.class, DataRowExtras::builder),
                new Target(DataRowFilter.Builder.class, DataRowFilter::builder),
                new Target(DataRowUpdate.Builder.class, DataRowUpdate::builder),
                new Target(DatasetFilter.Builder.class, DatasetFilter::builder),
                new Target(DatasetOptions.Builder.class, DatasetOptions::builder),
                new Target(PrivateDataOptions.Builder.class, PrivateDataOptions::builder),
                new Target(PrivateFiles.Builder.class, PrivateFiles::builder),
                new Target(RetryPolicy.Builder.class, RetryPolicy::builder),
                new Target(PrivateFiles.class, null));
    }

    private Stream<Call> methods(Target target) {
        return Stream.of(target.type().getMethods())
                .filter(method -> method.getDeclaringClass().getPackageName().equals("io.encord4j"))
                .filter(method -> !method.isSynthetic() && method.getParameterCount() > 0)
                .filter(method -> Modifier.isStatic(method.getModifiers()) == (target.instance() == null))
                .map(method -> new Call(target, method));
    }

    private final class Call {
        private final Target target;
        private final Method method;

        Call(Target target, Method method) {
            this.target = target;
            this.method = method;
        }

        Stream<Integer> all() {
            return Stream.iterate(0, i -> i < method.getParameterCount(), i -> i + 1);
        }

        Stream<Integer> arguments() {
            return all().filter(i -> !type(i).isPrimitive());
        }

        Class<?> type(int i) {
            return method.getParameterTypes()[i];
        }

        /** The hostile maps are client metadata. */
        boolean isMapOfIds(int i) {
            return method.getGenericParameterTypes()[i].getTypeName().contains("<java.util.UUID,");
        }

        boolean isNullable(int i) {
            return method.getAnnotatedParameterTypes()[i].isAnnotationPresent(Nullable.class);
        }

        String title(int i) {
            return target.type().getSimpleName() + "." + method.getName() + " " + i;
        }

        /** Calls the method with one argument replaced. */
        void with(int position, @Nullable Object argument) throws Throwable {
            List<@Nullable Object> arguments = new ArrayList<>();
            for (Parameter parameter : method.getParameters()) {
                arguments.add(arguments.size() == position ? argument : good(parameter));
            }
            try {
                Object on = target.instance() == null ? null : target.instance().get();
                Object unused = method.invoke(on, arguments.toArray());
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    private static final StorageItem ITEM = new StorageItem(
            new UUID(1, 2),
            new UUID(1, 3),
            ItemType.VIDEO,
            "film",
            Map.of(),
            "ann@example.com",
            Instant.EPOCH,
            Instant.EPOCH,
            0,
            false,
            false,
            "encord",
            null,
            new StorageItem.Media(null, null, null, null, null, null, null, null, null, null, null, null, null, null),
            null,
            null);

    private Object good(Parameter parameter) throws IOException {
        Class<?> type = parameter.getType();
        if (type == Collection.class || type == List.class) {
            String element = parameter.getParameterizedType().getTypeName();
            return element.contains("UUID")
                    ? List.of(new UUID(1, 2))
                    : element.contains("Path")
                            ? List.of(Files.writeString(directory.resolve("f.png"), "x"))
                            : element.contains("Scope")
                                    ? List.of(DatasetScope.READ)
                                    : element.contains("ItemType") ? List.of(ItemType.IMAGE) : List.of("x");
        }
        Map<Class<?>, Object> values = Map.ofEntries(
                Map.entry(String.class, "11111111-2222-3333-4444-555555555555"),
                Map.entry(Path.class, Files.writeString(directory.resolve("f.png"), "x")),
                Map.entry(Duration.class, Duration.ofSeconds(1)),
                Map.entry(Instant.class, Instant.EPOCH),
                Map.entry(UUID.class, new UUID(1, 2)),
                Map.entry(Map.class, Map.of()),
                Map.entry(int.class, 1),
                Map.entry(long.class, 1L),
                Map.entry(double.class, 0.5),
                Map.entry(boolean.class, true),
                Map.entry(char[].class, new char[1]),
                Map.entry(DataType[].class, new DataType[0]),
                Map.entry(Function.class, Function.identity()),
                Map.entry(Consumer.class, (Consumer<Object>) value -> {}),
                Map.entry(OkHttpClient.class, new OkHttpClient()),
                Map.entry(ApiGeneration.class, ApiGeneration.V2026),
                Map.entry(DuplicatesBehavior.class, DuplicatesBehavior.SKIP),
                Map.entry(DatasetUserRole.class, DatasetUserRole.USER),
                Map.entry(StorageLocation.class, StorageLocation.AWS),
                Map.entry(ClientOptions.class, ClientOptions.ofDefaults()),
                Map.entry(CloudIntegrationFilter.class, CloudIntegrationFilter.ofDefaults()),
                Map.entry(DataRowExtras.class, DataRowExtras.ofDefaults()),
                Map.entry(DataRowFilter.class, DataRowFilter.ofDefaults()),
                Map.entry(DataRowUpdate.class, DataRowUpdate.ofDefaults()),
                Map.entry(DatasetFilter.class, DatasetFilter.ofDefaults()),
                Map.entry(DatasetOptions.class, DatasetOptions.ofDefaults()),
                Map.entry(PrivateDataOptions.class, PrivateDataOptions.ofDefaults()),
                Map.entry(PrivateFiles.class, PrivateFiles.builder().build()),
                Map.entry(RetryPolicy.class, RetryPolicy.never()),
                Map.entry(CloudMigration.class, CloudMigration.builder().build()),
                Map.entry(FolderFilter.class, FolderFilter.ofDefaults()),
                Map.entry(FolderOptions.class, FolderOptions.ofDefaults()),
                Map.entry(FolderUpdate.class, FolderUpdate.builder().build()),
                Map.entry(ItemFilter.class, ItemFilter.ofDefaults()),
                Map.entry(ItemType.class, ItemType.IMAGE),
                Map.entry(ItemUpdate.class, ItemUpdate.builder().build()),
                Map.entry(StorageItem.class, ITEM),
                Map.entry(StorageOrder.class, StorageOrder.NAME),
                Map.entry(TreeOptions.class, TreeOptions.ofDefaults()),
                Map.entry(UploadOptions.class, UploadOptions.ofDefaults()));
        assertThat(values).as("a good value for " + parameter).containsKey(type);
        return values.get(type);
    }

    /** Nothing listens there. */
    private static EncordUserClient user() {
        return EncordUserClient.builder()
                .sshKey(Vectors.keyText("id_ed25519"))
                .options(ClientOptions.builder()
                        .domain("http://127.0.0.1:1")
                        .retryPolicy(RetryPolicy.never())
                        .build())
                .build();
    }
}
