package io.encord4j.fake.internal.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The types that are recognised by their first bytes. */
enum MediaType {
    JPEG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif"),
    BMP("image/bmp"),
    TIFF("image/tiff"),
    WEBP("image/webp"),
    AVIF("image/avif"),
    HEIC("image/heic"),
    MP4("video/mp4"),
    QUICKTIME("video/quicktime"),
    M4A("audio/mp4"),
    /** WebM or Matroska: the document type inside tells which. */
    EBML("video/webm"),
    AVI("video/x-msvideo"),
    WAV("audio/wav"),
    MP3("audio/mpeg"),
    FLAC("audio/flac"),
    OGG("audio/ogg"),
    DICOM("application/dicom"),
    PDF("application/pdf"),
    NIFTI("application/x-nifti");

    /** How many bytes {@link #of} wants to see: the NIfTI mark is the last. */
    static final int HEAD = 348;

    private static final int DICOM_MARK = 128;
    private static final int NIFTI_MARK = 344;

    private final String mimeType;

    MediaType(String mimeType) {
        this.mimeType = mimeType;
    }

    String mimeType() {
        return mimeType;
    }

    static Optional<MediaType> of(byte[] head) {
        return Arrays.stream(values()).filter(type -> type.begins(head)).findFirst();
    }

    private boolean begins(byte[] head) {
        return switch (this) {
            case JPEG -> at(head, 0, "\u00ff\u00d8\u00ff");
            case PNG -> at(head, 0, "\u0089PNG\r\n\u001a\n");
            case GIF -> at(head, 0, "GIF87a") || at(head, 0, "GIF89a");
            case BMP -> at(head, 0, "BM") && at(head, 6, "\0\0\0\0");
            case TIFF -> at(head, 0, "II*\0") || at(head, 0, "MM\0*") || at(head, 0, "II+\0") || at(head, 0, "MM\0+");
            case WEBP -> at(head, 0, "RIFF") && at(head, 8, "WEBP");
            case AVIF, HEIC, MP4, M4A -> IsoBrands.typeOf(head) == this;
            case QUICKTIME -> IsoBrands.typeOf(head) == this || IsoBrands.isQuickTimeWithoutBrands(head);
            case EBML -> at(head, 0, "\u001aE\u00df\u00a3");
            case AVI -> at(head, 0, "RIFF") && at(head, 8, "AVI ");
            case WAV -> at(head, 0, "RIFF") && at(head, 8, "WAVE");
            case MP3 -> at(head, 0, "ID3") || isLayerThree(head);
            case FLAC -> at(head, 0, "fLaC");
            case OGG -> at(head, 0, "OggS");
            case DICOM -> at(head, DICOM_MARK, "DICM");
            case PDF -> at(head, 0, "%PDF-");
            case NIFTI -> at(head, NIFTI_MARK, "n+1\0") || at(head, NIFTI_MARK, "ni1\0");
        };
    }

    private static boolean isLayerThree(byte[] head) {
        return head.length >= 4 && MpegHeader.of(ByteBuffer.wrap(head).getInt()) != null;
    }

    static boolean at(byte[] head, int from, String mark) {
        byte[] bytes = mark.getBytes(ISO_8859_1);
        return head.length >= from + bytes.length
                && Arrays.equals(head, from, from + bytes.length, bytes, 0, bytes.length);
    }
}
