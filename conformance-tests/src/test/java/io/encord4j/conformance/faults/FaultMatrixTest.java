package io.encord4j.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.conformance.contract.SpecOperation;
import io.encord4j.conformance.contract.SpecOperations;
import io.encord4j.conformance.evidence.EvidenceFile;
import io.encord4j.conformance.evidence.EvidenceFile.Kind;
import io.encord4j.conformance.faults.Cell.Undisturbed;
import io.encord4j.conformance.faults.Stage.Caller;
import io.encord4j.fake.FakeEncordServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Under every fault, every operation is repeated where that is safe and never where it is not")
final class FaultMatrixTest {

    private static final int AT_ONCE = 8;

    private final SpecOperations operations = SpecOperations.load();
    private final Map<String, Consumer<Caller>> calls = Calls.byOperation();
    private final FaultTable table = new FaultTable();
    private final SoftAssertions problems = new SoftAssertions();

    @TempDir
    Path folder;

    @Test
    void everyOperationUnderEveryFault() throws Exception {
        List<String> ids = operations.all().stream().map(SpecOperation::id).toList();
        assertThat(calls.keySet()).containsExactlyInAnyOrderElementsOf(ids);

        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try (FakeEncordServer server = FakeEncordServer.start();
                EvidenceFile evidence = new EvidenceFile("fault matrix")) {
            List<Callable<Boolean>> rows = new ArrayList<>();
            ids.forEach(id -> rows.add(() -> row(server, operations.byId(id), evidence)));
            for (Future<Boolean> row : pool.invokeAll(rows)) {
                await(row);
            }
        } finally {
            pool.shutdownNow();
        }

        Files.write(Path.of("target", "fault-matrix.txt"), table.lines());
        table.lines().forEach(System.out::println);
        problems.assertThat(table.missing(ids)).as("cells without a result").isEmpty();
        problems.assertAll();
    }

    private void await(Future<Boolean> row) throws InterruptedException {
        try {
            row.get();
        } catch (ExecutionException e) {
            synchronized (problems) {
                problems.fail("A row of the matrix could not be tried: " + e.getCause(), e.getCause());
            }
        }
    }

    private boolean row(FakeEncordServer server, SpecOperation operation, EvidenceFile evidence) throws IOException {
        Path files = Files.createDirectory(folder.resolve(operation.id()));
        Stage stage = Stage.in(server, files);
        try (Gateway gateway = new Gateway(URI.create(server.url()), operations)) {
            row(new Cell(stage, gateway, operation, calls.get(operation.id()), files), operation, evidence);
        }
        stage.world().close();
        return true;
    }

    private void row(Cell cell, SpecOperation operation, EvidenceFile evidence) {
        Undisturbed undisturbed = cell.undisturbed();
        for (FaultKind kind : FaultKind.values()) {
            Optional<String> impossible = kind.impossibleBecause(operation);
            String result = impossible.isPresent() ? "." : tried(cell, kind, undisturbed);
            table.put(operation.id(), kind, result);
            if (impossible.isEmpty()) {
                evidence.note(Kind.FAULT, operation.id(), kind.title() + ": " + result);
            }
        }
    }

    private String tried(Cell cell, FaultKind kind, Undisturbed undisturbed) {
        try {
            return cell.under(kind, undisturbed);
        } catch (AssertionError | RuntimeException e) {
            synchronized (problems) {
                problems.fail(String.valueOf(e.getMessage()), e);
            }
            return "WRONG";
        }
    }
}
