package io.encord4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressPrinterTest {
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final ProgressPrinter printer = ProgressPrinter.to(new PrintStream(terminal, true, StandardCharsets.UTF_8));

    @Test
    void itDrawsOneLineAndEndsItWithTheLastFile() {
        printer.onProgress(new UploadProgress(1_500_000, 3_000_000, 0, 2, 500_000, Duration.ofSeconds(75)));
        printer.onProgress(new UploadProgress(1_500_001, 3_000_000, 0, 2, 500_000, Duration.ofSeconds(74)));
        printer.onProgress(new UploadProgress(3_000_000, 3_000_000, 2, 2, 500_000, Duration.ZERO));

        assertThat(terminal.toString(StandardCharsets.UTF_8).split("\r"))
                .containsExactly(
                        "",
                        "  [###############...............]  50%  1.5 MB of 3.0 MB, 0 of 2 files, 500.0 kB/s, 1:15 min left",
                        "  [##############################] 100%  3.0 MB of 3.0 MB, 2 of 2 files, 500.0 kB/s"
                                + " ".repeat(15) + System.lineSeparator());
    }

    @Test
    void emptyFilesAreDone() {
        printer.onProgress(new UploadProgress(0, 0, 1, 1, 0, null));

        assertThat(terminal.toString(StandardCharsets.UTF_8)).contains("100%  0 bytes of 0 bytes, 1 of 1 files");
    }
}
