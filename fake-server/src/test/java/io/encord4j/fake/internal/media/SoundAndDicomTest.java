package io.encord4j.fake.internal.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.encord4j.fake.internal.media.Inspection.Facts;
import io.encord4j.fake.internal.media.Inspection.Recognised;
import io.encord4j.fake.internal.platform.model.DicomFacts;
import io.encord4j.fake.internal.platform.model.SoundFacts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of {@code sox}, {@code lame}, {@code flac} and {@code dump2dcm}, and headers written byte by byte. */
class SoundAndDicomTest {

    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
    private static final DicomFacts NAMES = new DicomFacts("1.2.3", "4.5.6", "7.8.9");

    @ParameterizedTest
    @CsvSource({
        "sound-16.wav, audio/wav, 8000, 16, pcm_s16le, 2, 0.25",
        "sound-24.wav, audio/wav, 44100, 24, pcm_s24le, 1, 0.25",
        "sound-mulaw.wav, audio/wav, 8000, 8, pcm_mulaw, 1, 0.25",
        "sound.flac, audio/flac, 44100, 24, flac, 1, 0.25",
    })
    void readsTheFormatOfSound(
            String file, String mimeType, int rate, int bits, String codec, int channels, double seconds)
            throws IOException {
        Recognised sound = inspect(resource(file));

        assertThat(sound.mimeType()).isEqualTo(mimeType);
        assertThat(sound.facts().sound()).isEqualTo(new SoundFacts(rate, bits, codec, channels));
        assertThat(sound.facts().durationSeconds()).isEqualTo(seconds, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({"sound-vbr.mp3, 44100, 1", "sound-mpeg2.mp3, 16000, 2", "sound-tagged.mp3, 44100, 1"})
    void readsTheLengthOfAnMp3FromItsFirstFrame(String file, int rate, int channels) throws IOException {
        Recognised sound = inspect(resource(file));

        assertThat(sound.mimeType()).isEqualTo("audio/mpeg");
        assertThat(sound.facts().sound()).isEqualTo(new SoundFacts(rate, null, "mp3", channels));
        // The encoder adds silence in front and behind.
        assertThat(sound.facts().durationSeconds()).isBetween(0.25, 0.40);
    }

    @Test
    void doesNotGuessTheLengthOfAnMp3ThatDoesNotTell() throws IOException {
        Recognised sound = inspect(resource("sound-plain.mp3"));

        assertThat(sound.facts().sound()).isEqualTo(new SoundFacts(44_100, null, "mp3", 1));
        assertThat(sound.facts().durationSeconds()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sound-16.wav", "sound.flac", "sound-vbr.mp3", "sound-tagged.mp3"})
    void soundThatIsCutOffIsSoundAllTheSame(String file) throws IOException {
        byte[] whole = resource(file);
        for (int length = 12; length < Math.min(whole.length, 300); length++) {
            assertThat(inspect(Arrays.copyOf(whole, length)).mimeType()).startsWith("audio/");
        }
    }

    @Test
    void aRecordingThatDoesNotKnowItsEndHasNoLength() throws IOException {
        byte[] wav = resource("sound-16.wav");
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(40, -1);

        assertThat(inspect(wav).facts().durationSeconds()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"explicit.dcm", "implicit.dcm"})
    void readsTheNamesOfADicomFile(String file) throws IOException {
        assertThat(inspect(resource(file)).facts())
                .isEqualTo(Facts.ofDicom(
                        new DicomFacts("1.2.276.0.7230010.3.1", "1.2.276.0.7230010.3.2", "1.2.276.0.7230010.3.3")));
    }

    @ParameterizedTest
    @ValueSource(strings = {IMPLICIT, EXPLICIT, BIG_ENDIAN})
    void passesOverSequencesWhateverTheSyntax(String syntax) throws IOException {
        assertThat(inspect(dicom(syntax, true)).facts()).isEqualTo(Facts.ofDicom(NAMES));
    }

    @Test
    void readsWhatIsLeftOfADicomFileThatIsCutOff() throws IOException {
        byte[] whole = dicom(EXPLICIT, true);
        for (int length = 132; length <= whole.length; length++) {
            DicomFacts names = inspect(Arrays.copyOf(whole, length)).facts().dicom();
            assertThat(names == null ? null : names.instanceUid()).isIn(null, "9", "1.2.3");
            assertThat(names == null ? null : names.seriesUid()).isIn(null, "7.8.9");
        }
    }

    @Test
    void aSequenceWithoutAnEndIsNoReasonToHang() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(dicom(EXPLICIT, false));
        for (int i = 0; i < 50_000; i++) {
            element(bytes, EXPLICIT, 0x0008, 0x1111, "SQ", -1, new byte[0]);
        }

        assertThat(inspect(bytes.toByteArray()).mimeType()).isEqualTo("application/dicom");
    }

    private static byte[] dicom(String syntax, boolean complete) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[128]);
        bytes.writeBytes("DICM".getBytes(ISO_8859_1));
        text(bytes, EXPLICIT, 0x0002, 0x0003, "9");
        text(bytes, EXPLICIT, 0x0002, 0x0010, syntax);
        if (!complete) {
            return bytes.toByteArray();
        }
        text(bytes, syntax, 0x0008, 0x0018, "1.2.3");
        element(bytes, syntax, 0x0008, 0x1111, "SQ", -1, new byte[0]);
        element(bytes, syntax, 0xFFFE, 0xE000, null, -1, new byte[0]);
        text(bytes, syntax, 0x0020, 0x000D, "not this one");
        element(bytes, syntax, 0xFFFE, 0xE00D, null, 0, new byte[0]);
        element(bytes, syntax, 0xFFFE, 0xE000, null, 4, new byte[4]);
        element(bytes, syntax, 0xFFFE, 0xE0DD, null, 0, new byte[0]);
        text(bytes, syntax, 0x0020, 0x000D, "4.5.6");
        text(bytes, syntax, 0x0020, 0x000E, "7.8.9");
        return bytes.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String syntax, int group, int element, String text) {
        byte[] value = (text.length() % 2 == 0 ? text : text + "\0").getBytes(ISO_8859_1);
        element(out, syntax, group, element, "UI", value.length, value);
    }

    private static void element(
            ByteArrayOutputStream out, String syntax, int group, int element, String form, int length, byte[] value) {
        ByteBuffer header = ByteBuffer.allocate(12)
                .order(syntax.equals(BIG_ENDIAN) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        header.putShort((short) group).putShort((short) element);
        if (form == null || syntax.equals(IMPLICIT)) {
            header.putInt(length);
        } else if (form.equals("SQ")) {
            header.put(form.getBytes(ISO_8859_1)).putShort((short) 0).putInt(length);
        } else {
            header.put(form.getBytes(ISO_8859_1)).putShort((short) length);
        }
        out.write(header.array(), 0, header.position());
        out.writeBytes(value);
    }

    private static Recognised inspect(byte[] bytes) throws IOException {
        return (Recognised) new MediaInspector().inspect(new ByteArrayInputStream(bytes));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SoundAndDicomTest.class.getResourceAsStream("/media/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
