package io.encord4j.fake.internal.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.encord4j.fake.internal.media.Inspection.Facts;
import io.encord4j.fake.internal.platform.model.DicomFacts;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the names of a DICOM file, which stand near its beginning. What it does not tell is unknown. */
final class DicomReader {

    private static final int PREAMBLE = 128 + 4;
    private static final byte[] HEADER_GROUP = {2, 0};
    private static final long STORED_INSTANCE = 0x0002_0003L;
    private static final long TRANSFER_SYNTAX = 0x0002_0010L;
    private static final long INSTANCE = 0x0008_0018L;
    private static final long STUDY = 0x0020_000DL;
    private static final long SERIES = 0x0020_000EL;
    private static final long ITEM = 0xFFFE_E000L;
    private static final long ITEM_END = 0xFFFE_E00DL;
    private static final long SEQUENCE_END = 0xFFFE_E0DDL;
    private static final long UNDEFINED = 0xFFFF_FFFFL;

    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    private static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
    private static final Set<String> LONG_FORMS =
            Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

    private static final int MOST_ELEMENTS = 10_000;
    private static final int DEEPEST = 32;
    private static final int LONGEST_NAME = 128;

    private final ForwardBytes in;
    private int elements;
    private boolean inHeader = true;
    private String syntax = "";
    private @Nullable String instance;
    private @Nullable String study;
    private @Nullable String series;

    DicomReader(ForwardBytes in) {
        this.in = in;
    }

    private record Element(long tag, long length) {}

    Facts read() throws IOException {
        in.skip(PREAMBLE);
        try {
            while (readElement()) {
                elements++;
            }
        } catch (EOFException | UnreadableMedia e) {
            // What was read before is true all the same.
            return facts();
        }
        return facts();
    }

    private Facts facts() {
        return instance == null && study == null && series == null
                ? Facts.NONE
                : Facts.ofDicom(new DicomFacts(instance, study, series));
    }

    /** Elements are sorted by their tags, so nothing is looked for behind the last one that matters. */
    private boolean readElement() throws IOException {
        inHeader &= Arrays.equals(in.peek(2), HEADER_GROUP);
        if (!inHeader && syntax.equals(DEFLATED)) {
            return false;
        }
        Element element = next();
        if (element.tag() > SERIES || elements > MOST_ELEMENTS) {
            return false;
        }
        if (element.tag() == STORED_INSTANCE) {
            instance = text(element);
        } else if (element.tag() == TRANSFER_SYNTAX) {
            syntax = String.valueOf(text(element));
        } else if (element.tag() == INSTANCE) {
            instance = text(element);
        } else if (element.tag() == STUDY) {
            study = text(element);
        } else if (element.tag() == SERIES) {
            series = text(element);
        } else {
            skip(element, 0);
        }
        return true;
    }

    private Element next() throws IOException {
        long tag = (number(2) << 16) | number(2);
        boolean implicit = (!inHeader && syntax.equals(IMPLICIT)) || tag >>> 16 == 0xFFFE;
        if (implicit) {
            return new Element(tag, number(4));
        }
        String form = new String(in.read(2), US_ASCII);
        if (LONG_FORMS.contains(form)) {
            in.skip(2);
            return new Element(tag, number(4));
        }
        return new Element(tag, number(2));
    }

    private void skip(Element element, int depth) throws IOException {
        if (element.length() != UNDEFINED) {
            in.skip(element.length());
            return;
        }
        if (depth > DEEPEST) {
            throw new UnreadableMedia("sequences within sequences without an end");
        }
        long end = element.tag() == ITEM ? ITEM_END : SEQUENCE_END;
        for (Element inner = next(); inner.tag() != end; inner = next()) {
            if (++elements > MOST_ELEMENTS) {
                throw new UnreadableMedia("a sequence without an end");
            }
            skip(inner, depth + 1);
        }
    }

    private @Nullable String text(Element element) throws IOException {
        if (element.length() > LONGEST_NAME) {
            throw new UnreadableMedia("a name of " + element.length() + " bytes");
        }
        String text = new String(in.read((int) element.length()), US_ASCII)
                .replace("\0", "")
                .strip();
        return text.isEmpty() ? null : text;
    }

    private long number(int bytes) throws IOException {
        return !inHeader && syntax.equals(BIG_ENDIAN) ? in.bigEndian(bytes) : in.littleEndian(bytes);
    }
}
