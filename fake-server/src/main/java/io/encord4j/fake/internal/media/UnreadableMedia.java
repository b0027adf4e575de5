package io.encord4j.fake.internal.media;

import java.io.IOException;

/** The bytes contradict the format that they claim to be. Never leaves this package. */
final class UnreadableMedia extends IOException {

    UnreadableMedia(String problem) {
        super(problem);
    }
}
