package io.encord4j.fake.internal.media;

import io.encord4j.fake.internal.media.Boxes.Box;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Adds up the samples of movie fragments, track by track. */
final class Fragments {

    private static final int SAMPLE_DURATION = 0x100;

    private final ForwardBytes in;
    private final Boxes boxes;
    private final Map<Long, Long> defaults = new HashMap<>();
    private final Map<Long, Sum> sums = new HashMap<>();

    /** The samples of one track. Ticks are not complete if the duration of a sample is said nowhere. */
    static final class Sum {
        private long samples;
        private long ticks;
        private boolean complete = true;

        long samples() {
            return samples;
        }

        long ticks() {
            return ticks;
        }

        boolean isComplete() {
            return complete;
        }
    }

    Fragments(ForwardBytes in, Boxes boxes) {
        this.in = in;
        this.boxes = boxes;
    }

    Sum of(long track) {
        return sums.computeIfAbsent(track, id -> new Sum());
    }

    /** Reads what the movie header says about fragments to come: {@code mvex}. */
    void defaults(Box box) throws IOException {
        if (box.type().equals("trex")) {
            in.skip(4);
            long track = in.u32();
            in.skip(4);
            defaults.put(track, in.u32());
        }
    }

    /** Reads a box of the top level. */
    void fragment(Box box) throws IOException {
        if (box.type().equals("moof")) {
            boxes.each(box.end(), this::inFragment);
        }
    }

    private void inFragment(Box box) throws IOException {
        if (box.type().equals("traf")) {
            Run run = new Run();
            boxes.each(box.end(), inner -> inTrack(inner, run));
        }
    }

    private static final class Run {
        private long track;
        private long sampleDuration;
    }

    private void inTrack(Box box, Run run) throws IOException {
        switch (box.type()) {
            case "tfhd" -> {
                int flags = flags();
                run.track = in.u32();
                run.sampleDuration = defaults.getOrDefault(run.track, 0L);
                in.skip(((flags & 0x1) != 0 ? 8 : 0) + ((flags & 0x2) != 0 ? 4 : 0));
                if ((flags & 0x8) != 0) {
                    run.sampleDuration = in.u32();
                }
            }
            case "trun" -> samples(box, run);
            default -> {}
        }
    }

    private void samples(Box box, Run run) throws IOException {
        int flags = flags();
        long count = in.u32();
        in.skip(((flags & 0x1) != 0 ? 4 : 0) + ((flags & 0x4) != 0 ? 4 : 0));
        Sum sum = of(run.track);
        sum.samples += count;
        if ((flags & SAMPLE_DURATION) == 0) {
            sum.complete &= run.sampleDuration > 0 || count == 0;
            sum.ticks += count * run.sampleDuration;
            return;
        }
        int others = 4 * Integer.bitCount(flags & 0xE00);
        for (long i = 0; i < count; i++) {
            if (box.end() - in.position() < 4 + others) {
                throw new UnreadableMedia("fewer samples in a fragment than it says");
            }
            sum.ticks += in.u32();
            in.skip(others);
        }
    }

    private int flags() throws IOException {
        in.skip(1);
        return (int) in.bigEndian(3);
    }
}
