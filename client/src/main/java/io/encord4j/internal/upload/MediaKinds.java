package io.encord4j.internal.upload;

import io.encord4j.InvalidFileException;
import io.encord4j.InvalidFileException.Problem;
import io.encord4j.internal.upload.UploadUnit.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what a file is by its first bytes, and by its name where they tell nothing. */
final class MediaKinds {
    private static final int HEAD = 352;
    private static final String DICOM_PREAMBLE = "?".repeat(128);
    private static final String NIFTI_HEADER = "?".repeat(344);

    /** Beginnings of files, of which a question mark is any byte. The first that fits counts. */
    private static final List<Beginning> BEGINNINGS = List.of(
            new Beginning(Kind.IMAGE, "\u0089PNG", "\u00FF\u00D8\u00FF", "GIF8", "BM????\0\0\0\0", "II*\0", "MM\0*"),
            new Beginning(Kind.IMAGE, "RIFF????WEBP", "\0\0\0\fjP  ", "\0\0\1\0"),
            new Beginning(Kind.IMAGE, "????ftyphei", "????ftyphev", "????ftypmif1", "????ftypmsf1", "????ftypavi"),
            new Beginning(Kind.AUDIO, "????ftypM4A", "????ftypM4B", "RIFF????WAVE", "ID3", "fLaC", "FORM????AIF"),
            new Beginning(Kind.AUDIO, "\u00FF\u00FB", "\u00FF\u00F3", "\u00FF\u00F2", "\u00FF\u00F1"),
            new Beginning(Kind.VIDEO, "????ftyp", "????moov", "????mdat", "????wide", "????free", "????skip"),
            new Beginning(Kind.VIDEO, "\u001AE\u00DF\u00A3", "RIFF????AVI ", "FLV\1", "\0\0\1\u00BA", "\0\0\1\u00B3"),
            new Beginning(Kind.VIDEO, "G" + "?".repeat(187) + "G"),
            new Beginning(Kind.PDF, "%PDF-"),
            new Beginning(Kind.DICOM_SERIES, DICOM_PREAMBLE + "DICM"),
            new Beginning(Kind.NIFTI, NIFTI_HEADER + "n+1\0", NIFTI_HEADER + "ni1\0"));

    private static final Map<Kind, Set<String>> ENDINGS = Map.of(
            Kind.VIDEO,
            Set.of(
                    "mp4", "m4v", "mov", "avi", "mkv", "webm", "mpg", "mpeg", "wmv", "flv", "ts", "mts", "m2ts", "3gp",
                    "ogv"),
            Kind.AUDIO,
            Set.of("mp3", "wav", "flac", "m4a", "aac", "ogg", "oga", "opus", "wma", "aif", "aiff"),
            Kind.NIFTI,
            Set.of("nii", "nii.gz"),
            Kind.PLAIN_TEXT,
            Set.of("txt", "json", "xml", "html", "htm", "csv", "md"),
            Kind.PDF,
            Set.of("pdf"),
            Kind.DICOM_SERIES,
            Set.of("dcm", "dicom"));

    private record Beginning(Kind kind, List<String> patterns) {
        Beginning(Kind kind, String... patterns) {
            this(kind, List.of(patterns));
        }

        boolean fits(String head) {
            return patterns.stream().anyMatch(pattern -> fits(head, pattern));
        }

        private static boolean fits(String head, String pattern) {
            if (head.length() < pattern.length()) {
                return false;
            }
            for (int i = 0; i < pattern.length(); i++) {
                if (pattern.charAt(i) != '?' && pattern.charAt(i) != head.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    private MediaKinds() {}

    /**
     * What a file is.
     *
     * @return the kind; empty if it is none that can be uploaded
     * @throws InvalidFileException if it cannot be read
     */
    static Optional<Kind> of(Path file) {
        String head = head(file);
        return BEGINNINGS.stream()
                .filter(beginning -> beginning.fits(head))
                .map(Beginning::kind)
                .findFirst()
                .or(() -> ofName(FileNames.of(file)));
    }

    private static Optional<Kind> ofName(String name) {
        if (StorageHeaders.imageType(name) != null) {
            return Optional.of(Kind.IMAGE);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(ending -> lower.endsWith("." + ending)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String head(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new InvalidFileException(file, Problem.UNREADABLE, e);
        }
    }

    /** Kinds in words: "video or image". */
    static String words(Set<Kind> kinds) {
        return Stream.of(Kind.values())
                .filter(kinds::contains)
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(" or "));
    }
}
