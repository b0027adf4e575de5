package io.encord4j.fake.internal.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import io.encord4j.fake.internal.media.Inspection.Facts;
import io.encord4j.fake.internal.media.Inspection.Recognised;
import io.encord4j.fake.internal.media.Inspection.Unknown;
import io.encord4j.fake.internal.media.Inspection.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaInspectorTest {

    private final MediaInspector inspector = new MediaInspector();

    @ParameterizedTest
    @CsvSource({
        "picture.jpg, image/jpeg",
        "picture.png, image/png",
        "picture.gif, image/gif",
        "picture.bmp, image/bmp",
        "lossy.webp, image/webp",
        "lossless.webp, image/webp",
    })
    void readsTheSizeOfAPicture(String file, String mimeType) throws Exception {
        assertThat(inspect(resource(file))).isEqualTo(new Recognised(mimeType, Facts.ofImage(64, 48)));
    }

    @ParameterizedTest
    @CsvSource({
        "h264.mp4, video/mp4, 25",
        "faststart.mp4, video/mp4, 25",
        "vp8.webm, video/webm, 25",
    })
    void readsTheFactsOfAFilm(String file, String mimeType, double framesPerSecond) throws Exception {
        Recognised film = (Recognised) inspect(resource(file));

        assertThat(film.mimeType()).isEqualTo(mimeType);
        assertThat(film.facts().width()).isEqualTo(64);
        assertThat(film.facts().height()).isEqualTo(48);
        assertThat(film.facts().durationSeconds()).isEqualTo(1.0, within(0.05));
        assertThat(film.facts().framesPerSecond()).isEqualTo(framesPerSecond, within(0.01));
    }

    @Test
    void leavesNullWhatALiveRecordingDoesNotTell() throws Exception {
        Recognised film = (Recognised) inspect(resource("live.webm"));

        assertThat(film.facts().width()).isEqualTo(64);
        assertThat(film.facts().durationSeconds()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "tiff-64x48.tiff, image/tiff, 64, 48",
        "tiff-32x20.tiff, image/tiff, 32, 20",
        "avif.avif, image/avif, 321, 123",
    })
    void readsTheSizeOfAPictureWhereverItStands(String file, String mimeType, int width, int height) throws Exception {
        assertThat(inspect(resource(file))).isEqualTo(new Recognised(mimeType, Facts.ofImage(width, height)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"II", "MM"})
    void readsTheSizeOfATiffOfEitherByteOrderAndOffsetSize(String byteOrder) throws Exception {
        ByteOrder order = byteOrder.equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer small = ByteBuffer.allocate(100).order(order);
        small.put(byteOrder.getBytes(ISO_8859_1))
                .putShort((short) 42)
                .putInt(20)
                .position(20);
        small.putShort((short) 2);
        small.putShort((short) 256)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 300)
                .putShort((short) 0);
        small.putShort((short) 257).putShort((short) 4).putInt(1).putInt(200);
        ByteBuffer big = ByteBuffer.allocate(100).order(order);
        big.put(byteOrder.getBytes(ISO_8859_1))
                .putShort((short) 43)
                .putShort((short) 8)
                .putShort((short) 0);
        big.putLong(24).position(24);
        big.putLong(2);
        big.putShort((short) 256).putShort((short) 4).putLong(1).putInt(300).putInt(0);
        big.putShort((short) 257)
                .putShort((short) 3)
                .putLong(1)
                .putShort((short) 200)
                .putShort((short) 0)
                .putInt(0);

        Recognised expected = new Recognised("image/tiff", Facts.ofImage(300, 200));
        assertThat(inspect(small.array())).isEqualTo(expected);
        assertThat(inspect(big.array())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "fragmented-first-in-moov.mp4, video/mp4, 320, 180, 2.0",
        "fragmented-every-10.mp4, video/mp4, 320, 180, 2.0",
        "fragmented.mov, video/quicktime, 320, 180, 2.0",
        "fragmented.mp4, video/mp4, 64, 48, 1.001",
        "anamorphic-pal.mp4, video/mp4, 720, 576, 1.0",
        "anamorphic-pal.mov, video/quicktime, 720, 576, 1.0",
        "anamorphic-hdv.mp4, video/mp4, 1440, 1080, 1.0",
        "anamorphic-ntsc.mp4, video/mp4, 720, 480, 1.0",
        "noftyp_wide.mov, video/quicktime, 320, 180, 2.0",
        "noftyp_free.mov, video/quicktime, 320, 180, 2.0",
        "noftyp_moov.mov, video/quicktime, 320, 180, 2.0",
        "noftyp_mdat.mov, video/quicktime, 320, 180, 2.0",
    })
    void readsCodedSizeAndTheTimeOfAllFragments(String file, String mimeType, int width, int height, double seconds)
            throws Exception {
        double framesPerSecond = file.equals("fragmented.mp4") ? 30 / 1.001 : 25;
        assertThat(inspect(resource(file)))
                .isEqualTo(new Recognised(mimeType, Facts.ofFilm(width, height, seconds, framesPerSecond)));
    }

    @Test
    void leavesNullTheTimeOfFragmentsThatAreNotAllThere() throws Exception {
        byte[] whole = resource("fragmented-every-10.mp4");

        Recognised cut = (Recognised) inspect(Arrays.copyOf(whole, whole.length * 2 / 3));

        assertThat(cut.facts()).isEqualTo(Facts.ofFilm(320, 180, null, null));
    }

    @Test
    void takesAFileWithoutPicturesForAudio() throws Exception {
        Recognised sound = (Recognised) inspect(resource("tone.m4a"));

        assertThat(sound.mimeType()).isEqualTo("audio/mp4");
        assertThat(sound.facts().width()).isNull();
        assertThat(sound.facts().durationSeconds()).isEqualTo(0.1, within(0.1));
    }

    @Test
    void recognisesDicomByItsMark() throws Exception {
        byte[] dicom = new byte[140];
        System.arraycopy("DICM".getBytes(ISO_8859_1), 0, dicom, 128, 4);

        assertThat(inspect(dicom)).isEqualTo(new Recognised("application/dicom", Facts.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7, application/pdf",
        "ID3, audio/mpeg",
        "fLaC, audio/flac",
        "OggS, audio/ogg",
        "RIFF....WAVE, audio/wav",
        "RIFF....AVI , video/x-msvideo",
    })
    void recognisesOtherTypesByTheirMarks(String start, String mimeType) throws Exception {
        String mark = start.endsWith("AVI") ? start + " " : start;

        assertThat(inspect(mark.getBytes(ISO_8859_1))).isEqualTo(new Recognised(mimeType, Facts.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "hello world", "\0\0\0\0\0\0\0\0\0\0\0\0", "<html></html>"})
    void doesNotKnowOtherBytes(String text) throws Exception {
        assertThat(inspect(text.getBytes(ISO_8859_1))).isEqualTo(new Unknown());
    }

    @ParameterizedTest
    @CsvSource({
        "picture.jpg, 60",
        "picture.png, 20",
        "picture.gif, 8",
        "picture.bmp, 20",
        "lossy.webp, 24",
        "lossless.webp, 22",
        "h264.mp4, 500",
        "vp8.webm, 100"
    })
    void findsAFileUnreadableThatEndsWithinItsHeaders(String file, int length) throws Exception {
        assertThat(inspect(Arrays.copyOf(resource(file), length))).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "picture.jpg",
                "picture.png",
                "picture.gif",
                "picture.bmp",
                "lossy.webp",
                "lossless.webp",
                "h264.mp4",
                "faststart.mp4",
                "fragmented.mp4",
                "vp8.webm",
                "live.webm",
                "tone.m4a",
                "avif.avif",
                "tiff-32x20.tiff",
                "fragmented-every-10.mp4",
                "noftyp_moov.mov"
            })
    void survivesAnyDamage(String file) throws Exception {
        byte[] whole = resource(file);
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int hits = random.nextInt(8); hits >= 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertThat(inspect(damaged)).isNotNull();
        }
    }

    @Test
    void knowsNoFactsOfAnMp4WhoseWholeBoxesTellNone() throws Exception {
        byte[] noMovie = {
            0, 0, 0, 16, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0, 0, 0, 0, 10, 'm', 'd', 'a', 't', 1, 2
        };

        assertThat(inspect(noMovie)).isEqualTo(new Recognised("video/mp4", Facts.NONE));
        assertThat(inspect(Arrays.copyOf(noMovie, noMovie.length - 1))).isInstanceOf(Unreadable.class);
    }

    @Test
    void findsAnMp4WithoutAMovieHeaderUnreadable() throws Exception {
        byte[] noMovie = Arrays.copyOf(new byte[] {0, 0, 0, 16, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm'}, 1000);

        assertThat(inspect(noMovie))
                .isEqualTo(new Unreadable("video/mp4", "The file is damaged: it has no movie header."));
    }

    @Test
    void stopsReadingAfterTheMovieHeader() throws Exception {
        InputStream endless = new SequenceInputStream(new ByteArrayInputStream(resource("faststart.mp4")), neverRead());

        assertThat(inspector.inspect(endless)).isInstanceOf(Recognised.class);
    }

    @Test
    void boundsTheNumberOfBoxes() throws Exception {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(new byte[] {0, 0, 0, 16, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 0, 0});
        for (int i = 0; i < 200_000; i++) {
            many.write(new byte[] {0, 0, 0, 8, 'f', 'r', 'e', 'e'});
        }

        assertThat(inspect(many.toByteArray())).isInstanceOf(Unreadable.class);
    }

    @Test
    void doesNotTakeABrokenDiskForADamagedFile() {
        InputStream broken =
                new SequenceInputStream(new ByteArrayInputStream("GIF89a".getBytes(ISO_8859_1)), neverRead());

        assertThatIOException().isThrownBy(() -> inspector.inspect(broken)).withMessage("must not be read");
    }

    private Inspection inspect(byte[] bytes) throws IOException {
        return inspector.inspect(new ByteArrayInputStream(bytes));
    }

    private static InputStream neverRead() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("must not be read");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return read();
            }
        };
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = MediaInspectorTest.class.getResourceAsStream("/media/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
