package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.Blob;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of a text; its hash is the text itself, which tells blobs apart well enough. */
record TextBlob(String text) implements Blob {

    @Override
    public long size() {
        return text.length();
    }

    @Override
    public String sha256() {
        return text;
    }

    @Override
    public InputStream open(long from) {
        return new ByteArrayInputStream(text.substring((int) from).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Runnable keep() {
        return () -> {};
    }
}
