package io.encord4j.conformance.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What the command line says, as system properties.
 *
 * @param url the service to talk to, or empty for an embedded fake
 * @param video the file to upload, or empty for the one that comes with the program
 * @param folder the folder to upload instead of a video, with what is below it
 */
record Settings(Optional<String> url, Optional<Path> video, Optional<Path> folder) {

    /**
     * Reads the properties.
     *
     * @throws IOException if the video or the folder is not there: better now than when there is a dataset for it
     */
    static Settings of(Properties properties) throws IOException {
        return new Settings(given(properties, "url"), readable(properties, "video"), readable(properties, "folder"));
    }

    private static Optional<Path> readable(Properties properties, String name) throws IOException {
        Optional<Path> path = given(properties, name).map(Path::of);
        if (path.isPresent() && !Files.isReadable(path.get())) {
            throw new IOException("There is no " + name + " to upload: " + path.get());
        }
        return path;
    }

    /** The video, as a file: the one named, or a copy of the sample in the given folder. */
    Path videoFile(Path folder) throws IOException {
        if (video.isPresent()) {
            return video.get();
        }
        Path copy = folder.resolve("sample.mp4");
        try (InputStream sample = Settings.class.getResourceAsStream("/quickstart/sample.mp4")) {
            if (sample == null) {
                throw new IOException("The sample video is not on the class path.");
            }
            Files.copy(sample, copy);
        }
        return copy;
    }

    /** Maven hands on a property that nobody gave as an empty text. */
    private static Optional<String> given(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name)).filter(value -> !value.isBlank());
    }
}
