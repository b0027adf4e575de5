package io.encord4j.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.UploadProgress;
import io.encord4j.internal.operation.VirtualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressMeterTest {
    private final VirtualTime time = new VirtualTime();
    private final List<UploadProgress> heard = new ArrayList<>();
    private final List<LocalFile> files =
            List.of(new LocalFile(Path.of("a"), 1000, 0), new LocalFile(Path.of("b"), 3000, 0));

    @Test
    void countsBytesThatAreSentAgainOnce() {
        ProgressMeter meter = new ProgressMeter(files, heard::add, time.waiting());
        ProgressMeter.FileMeter first = meter.file();

        first.sent(600);
        first.sent(300);
        first.sent(700);
        first.sent(1000);
        first.finished();

        assertThat(heard).extracting(UploadProgress::sentBytes).containsExactly(600L, 700L, 1000L, 1000L);
        assertThat(heard.get(3).finishedFiles()).isEqualTo(1);
        assertThat(heard.get(3).totalFiles()).isEqualTo(2);
        assertThat(heard.get(3).totalBytes()).isEqualTo(4000);
    }

    @Test
    void tellsRateAndRemainingTime() {
        ProgressMeter meter = new ProgressMeter(files, heard::add, time.waiting());
        ProgressMeter.FileMeter first = meter.file();

        time.advance(Duration.ofSeconds(2));
        first.sent(1000);

        assertThat(heard.get(0).bytesPerSecond()).isEqualTo(500);
        assertThat(heard.get(0).remaining()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void aListenerThatFailsHearsNoMoreAndDoesNoHarm() {
        List<UploadProgress> calls = new ArrayList<>();
        ProgressMeter meter = new ProgressMeter(
                files,
                progress -> {
                    calls.add(progress);
                    throw new IllegalStateException("listener");
                },
                time.waiting());

        ProgressMeter.FileMeter first = meter.file();
        first.sent(500);
        first.sent(1000);

        assertThat(calls).hasSize(1);
    }
}
