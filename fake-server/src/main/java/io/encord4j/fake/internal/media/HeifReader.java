package io.encord4j.fake.internal.media;

import io.encord4j.fake.internal.media.Boxes.Box;
import io.encord4j.fake.internal.media.Inspection.Facts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the size of the primary picture of a HEIF file (AVIF, HEIC). Rotation and cropping do not change it. */
final class HeifReader {

    private static final int MOST_ASSOCIATIONS = 10_000;

    private record Size(long width, long height) {}

    private final ForwardBytes in;
    private final Boxes boxes;
    private final List<@Nullable Size> properties = new ArrayList<>();
    private final Map<Long, Size> sizes = new HashMap<>();
    private long primary = -1;

    HeifReader(ForwardBytes in) {
        this.in = in;
        this.boxes = new Boxes(in);
    }

    Facts read() throws IOException {
        Box box = boxes.next(Long.MAX_VALUE);
        while (!box.type().equals("meta")) {
            if (box.end() == Long.MAX_VALUE) {
                throw new UnreadableMedia("no description of its pictures");
            }
            in.skip(box.end() - in.position());
            box = boxes.next(Long.MAX_VALUE);
        }
        in.skip(4);
        boxes.each(box.end(), this::inMeta);
        Size size = sizes.get(primary);
        if (size == null) {
            throw new UnreadableMedia("no size of its primary picture");
        }
        return ImageHeaders.size(size.width(), size.height());
    }

    private void inMeta(Box box) throws IOException {
        switch (box.type()) {
            case "pitm" -> {
                int version = in.u8();
                in.skip(3);
                primary = version == 0 ? in.u16() : in.u32();
            }
            case "iprp" -> boxes.each(box.end(), this::inProperties);
            default -> {}
        }
    }

    private void inProperties(Box box) throws IOException {
        switch (box.type()) {
            case "ipco" -> boxes.each(box.end(), this::property);
            case "ipma" -> associations();
            default -> {}
        }
    }

    private void property(Box box) throws IOException {
        if (box.type().equals("ispe")) {
            in.skip(4);
            properties.add(new Size(in.u32(), in.u32()));
        } else {
            properties.add(null);
        }
    }

    private void associations() throws IOException {
        int version = in.u8();
        boolean wide = (in.bigEndian(3) & 1) == 1;
        long items = Math.min(in.u32(), MOST_ASSOCIATIONS);
        for (long i = 0; i < items; i++) {
            long item = version == 0 ? in.u16() : in.u32();
            int count = in.u8();
            for (int j = 0; j < count; j++) {
                int index = wide ? in.u16() & 0x7FFF : in.u8() & 0x7F;
                Size size = index >= 1 && index <= properties.size() ? properties.get(index - 1) : null;
                if (size != null) {
                    sizes.putIfAbsent(item, size);
                }
            }
        }
    }
}
