package io.encord4j.fake.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.encord4j.fake.journal.JournalEntry;
import io.encord4j.fake.journal.JournalEntry.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExchangeJournalTest {

    private final ExchangeJournal journal = new ExchangeJournal(3, Long.MAX_VALUE, entry -> {});

    @Test
    void showsAnEntryFromTheMomentItsAnswerIsDecided() {
        record("getDataset", Progress.ANSWERING);

        assertThat(journal.entries("getDataset")).hasSize(1);
        assertThat(journal.entries("deleteData")).isEmpty();
    }

    @Test
    void replacesAnEntryWhenItIsOver() {
        long sequence = record("getDataset", Progress.ANSWERING);
        journal.record(entry(sequence, "getDataset", Progress.ANSWERED));

        assertThat(journal.entries()).containsExactly(entry(sequence, "getDataset", Progress.ANSWERED));
    }

    @Test
    void dropsTheOldestWhenFull() {
        for (int i = 0; i < 5; i++) {
            record("getDataset", Progress.ANSWERED);
        }

        assertThat(journal.entries()).extracting(JournalEntry::sequence).containsExactly(3L, 4L, 5L);
        assertThat(journal.dropped()).isEqualTo(2);
        assertThat(journal.toString()).startsWith("2 earlier entries were dropped.");
    }

    @Test
    void dropsTheOldestWhenItTakesTooMuchMemory() {
        ExchangeJournal small = new ExchangeJournal(1000, 2_000, entry -> {});
        for (int i = 0; i < 10; i++) {
            small.record(entry(small.takeSequence(), "x".repeat(400), Progress.ANSWERING));
            small.record(entry(small.lastSequence(), "x".repeat(400), Progress.ANSWERED));
        }
        assertThat(small.entries()).extracting(JournalEntry::sequence).containsExactly(9L, 10L);
        assertThat(small.dropped()).isEqualTo(8);

        small.record(entry(small.takeSequence(), "x".repeat(4_000), Progress.ANSWERED));
        assertThat(small.entries()).as("the latest is kept whatever its size").hasSize(1);

        small.clear();
        small.record(entry(small.takeSequence(), "getDataset", Progress.ANSWERED));
        small.record(entry(small.takeSequence(), "getDataset", Progress.ANSWERED));
        assertThat(small.entries()).hasSize(2);
    }

    @Test
    void doesNotTakeBackAnEntryThatWasDroppedBeforeItWasOver() {
        long slow = record("listDatasets", Progress.ANSWERING);
        for (int i = 0; i < 3; i++) {
            record("getDataset", Progress.ANSWERED);
        }

        journal.record(entry(slow, "listDatasets", Progress.ANSWERED));

        assertThat(journal.entries()).extracting(JournalEntry::operation).containsOnly("getDataset");
        assertThat(journal.dropped()).isEqualTo(1);
    }

    @Test
    void forgetsExchangesThatWereInProgressWhenItWasCleared() {
        long sequence = record("getDataset", Progress.ANSWERING);

        journal.clear();
        journal.record(entry(sequence, "getDataset", Progress.ANSWERED));
        record("deleteData", Progress.ANSWERED);

        assertThat(journal.entries()).extracting(JournalEntry::operation).containsExactly("deleteData");
    }

    @Test
    void findsAnEntryThatIsAlreadyOver() throws Exception {
        record("getDataset", Progress.ANSWERED);

        assertThat(journal.await(entry -> entry.operation().equals("getDataset"), Duration.ZERO)
                        .sequence())
                .isEqualTo(1);
    }

    @Test
    void wakesAWaiterOnlyWhenTheAnswerIsOnTheWire() throws Exception {
        CompletableFuture<JournalEntry> waiting = new CompletableFuture<>();
        Thread waiter = new Thread(() -> {
            try {
                waiting.complete(journal.await(entry -> entry.operation().equals("putObject"), Duration.ofSeconds(10)));
            } catch (InterruptedException | AssertionError e) {
                waiting.completeExceptionally(e);
            }
        });
        waiter.start();
        long sequence = record("putObject", Progress.ANSWERING);
        record("getDataset", Progress.ANSWERED);
        assertThat(waiting).isNotDone();

        journal.record(entry(sequence, "putObject", Progress.ANSWERED));

        assertThat(waiting.get(10, TimeUnit.SECONDS).progress()).isEqualTo(Progress.ANSWERED);
        waiter.join();
    }

    @Test
    void showsTheJournalWhenNothingCameInTime() {
        record("getDataset", Progress.ANSWERED);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> journal.await(entry -> false, Duration.ofMillis(1)))
                .withMessageContaining("#1 getDataset POST /public -> 200");
    }

    @Test
    void showsAnEntryInOneLine() {
        JournalEntry refused = new JournalEntry(
                7,
                "deleteData",
                "video",
                "DELETE",
                "user-1",
                "POST",
                "/public",
                403,
                "OPERATION_NOT_ALLOWED",
                "Not for\nthis key.",
                Instant.EPOCH,
                Duration.ofMillis(12),
                34,
                56,
                null,
                "{\"query_type\": \"video\"}",
                null,
                "Reset",
                Progress.CUT);

        assertThat(refused)
                .hasToString(
                        "#7 deleteData POST /public video/DELETE -> cut while answering 403"
                                + " OPERATION_NOT_ALLOWED \"Not for this key.\", user user-1, fault Reset, 34 bytes in, 56 out, 12 ms");
        assertThat(refused.withBodies()).isEqualTo(refused + "\n    >> {\"query_type\": \"video\"}");
    }

    @Test
    void tellsWhatHasEndedInTheOrderOfEndings() {
        long slow = record("listDatasets", Progress.ANSWERING);
        long quick = record("getDataset", Progress.ANSWERED);
        assertThat(journal.endedAfter(0, 10).entries())
                .extracting(JournalEntry::sequence)
                .containsExactly(quick);

        journal.record(entry(slow, "listDatasets", Progress.ANSWERED));

        ExchangeJournal.Tail news = journal.endedAfter(1, 10);
        assertThat(news.entries()).extracting(JournalEntry::sequence).containsExactly(slow);
        assertThat(news.ended()).isEqualTo(2);
        assertThat(journal.endedAfter(0, 1).entries())
                .extracting(JournalEntry::sequence)
                .containsExactly(slow);
    }

    @Test
    void tellsNothingOfWhatWasDroppedOrCleared() {
        for (int i = 0; i < 5; i++) {
            record("getDataset", Progress.ANSWERED);
        }
        assertThat(journal.endedAfter(0, 10).entries())
                .extracting(JournalEntry::sequence)
                .containsExactly(3L, 4L, 5L);

        journal.clear();

        assertThat(journal.endedAfter(0, 10)).isEqualTo(new ExchangeJournal.Tail(List.of(), 5, 5));
        assertThat(journal.nextAfter(5)).isNotDone();
        assertThat(journal.nextAfter(0)).isDone();
    }

    @Test
    void keepsAtLeastOneEntry() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExchangeJournal(0, Long.MAX_VALUE, entry -> {}));
    }

    private long record(String operation, Progress progress) {
        long sequence = journal.takeSequence();
        journal.record(entry(sequence, operation, progress));
        return sequence;
    }

    private static JournalEntry entry(long sequence, String operation, Progress progress) {
        return new JournalEntry(
                sequence,
                operation,
                null,
                null,
                null,
                "POST",
                "/public",
                200,
                null,
                null,
                Instant.EPOCH,
                Duration.ZERO,
                0,
                0,
                null,
                null,
                null,
                null,
                progress);
    }
}
