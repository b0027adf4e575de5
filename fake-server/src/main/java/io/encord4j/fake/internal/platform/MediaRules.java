package io.encord4j.fake.internal.platform;

import io.encord4j.fake.Choices;
import io.encord4j.fake.FakeDataType;
import io.encord4j.fake.FakeStorageLocation;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.platform.model.MediaFacts;
import io.encord4j.fake.internal.platform.model.StoredFile;
import io.encord4j.fake.internal.platform.model.StoredObject;
import java.net.URLConnection;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may back which kind of row. */
final class MediaRules {

    private static final String ANY_BYTES = "application/octet-stream";
    private static final String DICOM = "application/dicom";

    private MediaRules() {}

    /**
     * Makes a file of uploaded bytes under the name they were asked for; refuses those that cannot back a row of the type.
     */
    static StoredFile file(Choices choices, FakeDataType type, StoredObject object) {
        return file(choices, type, object, object.title());
    }

    /** Makes a file of uploaded bytes; refuses those that cannot back a row of the type. */
    static StoredFile file(Choices choices, FakeDataType type, StoredObject object, @Nullable String name) {
        StoredFile file = unseen(object);
        StoredObject.Content content = object.content();
        if (choices.checksMedia() && content != null) {
            check(type, content.facts(), object.key(), name);
        }
        return file;
    }

    /** The file of an object, whatever is in it. */
    static StoredFile unseen(StoredObject object) {
        StoredObject.Content content = object.content();
        if (content == null) {
            throw RefusedException.notFound("The bytes of object " + object.key() + " were never sent.");
        }
        return new StoredFile(
                FakeStorageLocation.CORD_STORAGE,
                object.key(),
                content.blob(),
                content.blob().size(),
                typed(content.facts(), content.contentType()));
    }

    private static void check(FakeDataType type, MediaFacts facts, String key, @Nullable String name) {
        String mimeType = facts.mimeType();
        if (!fits(type, mimeType, name)) {
            throw RefusedException.of(
                    RefusalKind.FILE_TYPE,
                    "The bytes of object " + key + " are " + (mimeType == null ? "of no known type" : mimeType)
                            + ", which is not supported for " + type + ".");
        }
        if (facts.problem() != null) {
            throw RefusedException.of(
                    RefusalKind.FILE_TYPE,
                    "The bytes of object " + key + " cannot be read as " + mimeType + ": " + facts.problem() + ".");
        }
    }

    private static boolean fits(FakeDataType type, @Nullable String mimeType, @Nullable String name) {
        return switch (type) {
            case VIDEO -> mimeType == null ? mayBeVideo(name) : mimeType.startsWith("video/");
            case IMAGE, IMG_GROUP -> mimeType != null && mimeType.startsWith("image/");
            case DICOM -> mimeType == null || mimeType.equals(DICOM);
            case AUDIO -> mimeType == null || !mimeType.startsWith("image/");
            default -> true;
        };
    }

    /** Bytes that tell nothing are judged by their name: there are more kinds of video than are recognised here. */
    private static boolean mayBeVideo(@Nullable String name) {
        String guess = name == null ? null : URLConnection.guessContentTypeFromName(name);
        return guess == null || Stream.of("text/", "image/", "audio/").noneMatch(guess::startsWith);
    }

    private static MediaFacts typed(MediaFacts facts, @Nullable String header) {
        if (facts.mimeType() != null
                || header == null
                || header.toLowerCase(Locale.ROOT).startsWith(ANY_BYTES)) {
            return facts;
        }
        return facts.typed(header);
    }
}
