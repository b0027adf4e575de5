package io.encord4j.internal.upload;

import java.nio.file.Path;

/** What an upload has to tell about: files to send, or one that is left out. */
public sealed interface Planned permits UploadUnit, Planned.LeftOut {

    /**
     * A file that was found and is not sent.
     *
     * @param file the file, or a folder of which nothing is sent
     * @param reason why, as a sentence
     */
    record LeftOut(Path file, String reason) implements Planned {}
}
