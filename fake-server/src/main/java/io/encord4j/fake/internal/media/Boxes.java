package io.encord4j.fake.internal.media;

import java.io.IOException;

/** Walks through the boxes of an ISO base media file, forwards only. */
final class Boxes {

    private static final int MOST_BOXES = 100_000;
    private static final int SHORT_HEADER = 8;
    private static final int LONG_HEADER = 16;

    private final ForwardBytes in;
    private int seen;

    Boxes(ForwardBytes in) {
        this.in = in;
    }

    /** A box whose header was read. A box that reaches to the end of the file ends at {@link Long#MAX_VALUE}. */
    record Box(String type, long end) {}

    interface Visitor {
        void visit(Box box) throws IOException;
    }

    /** Visits the boxes up to an end, and stands there afterwards. */
    void each(long end, Visitor visitor) throws IOException {
        while (end - in.position() >= SHORT_HEADER) {
            Box box = next(end);
            visitor.visit(box);
            in.skip(box.end() - in.position());
        }
        in.skip(end - in.position());
    }

    /** Visits the rest of the boxes of the file. */
    void rest(Visitor visitor) throws IOException {
        while (!in.isAtEnd()) {
            Box box = next(Long.MAX_VALUE);
            visitor.visit(box);
            if (box.end() == Long.MAX_VALUE) {
                return;
            }
            in.skip(box.end() - in.position());
        }
    }

    Box next(long parentEnd) throws IOException {
        if (++seen > MOST_BOXES) {
            throw new UnreadableMedia("more than " + MOST_BOXES + " boxes");
        }
        long start = in.position();
        long size = in.u32();
        String type = in.fourCharacters();
        int header = SHORT_HEADER;
        if (size == 1) {
            size = in.i64();
            header = LONG_HEADER;
        }
        if (size == 0) {
            return new Box(type, parentEnd);
        }
        if (size < header || size > parentEnd - start) {
            throw new UnreadableMedia("a box of an impossible size");
        }
        return new Box(type, start + size);
    }

    /** Reads version and flags, and returns whether numbers have 64 bits. */
    boolean wide() throws IOException {
        int version = in.u8();
        in.skip(3);
        return version == 1;
    }

    /** Reads a duration; 0 if it is not known. */
    long duration(boolean wide) throws IOException {
        long number = wide ? in.i64() : in.u32();
        boolean unknown = wide ? number == -1 : number == 0xFFFF_FFFFL;
        return unknown ? 0 : number;
    }
}
