package io.encord4j.internal.privatefiles;

import java.io.IOException;

/** What is wrong with a text that should be JSON, and where. */
final class JsonFault extends IOException {
    private static final long serialVersionUID = 1;

    private final String place;
    private final String remedy;

    /**
     * A fault.
     *
     * @param line from 1
     * @param column of the character in its line, from 1
     * @param problem what is wrong, in words without the end of the sentence
     * @param remedy what to do about it, in a sentence
     */
    JsonFault(int line, int column, String problem, String remedy) {
        this("line " + line + ", column " + column + ": " + problem + ".", remedy);
    }

    private JsonFault(String place, String remedy) {
        super(place);
        this.place = place;
        this.remedy = remedy;
    }

    /** Where it is wrong, and what, in a sentence. */
    String place() {
        return place;
    }

    String remedy() {
        return remedy;
    }
}
