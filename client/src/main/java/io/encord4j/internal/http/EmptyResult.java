package io.encord4j.internal.http;

import java.io.IOException;

/** A success without the result that makes it one. */
final class EmptyResult extends IOException {

    private final boolean ofRead;

    EmptyResult(boolean ofRead) {
        super("empty result");
        this.ofRead = ofRead;
    }

    /** Whether something was asked for, and nothing found; as opposed to something done, and nothing told of it. */
    boolean ofRead() {
        return ofRead;
    }
}
