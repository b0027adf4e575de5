package io.encord4j.benchmarks.child;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/** Answers to {@code dataset}/GET of either generation, the same in every run. */
final class Listing {

    static final String HEAD = "{\"status\": 200, \"response\": {\"title\": \"Rows\", \"description\": \"\", "
            + "\"dataset_type\": \"CORD_STORAGE\", \"data_rows\": [";
    static final String TAIL = "]}}";

    private final boolean withAllFields;

    Listing(boolean withAllFields) {
        this.withAllFields = withAllFields;
    }

    String text(int rows) {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < rows; i++) {
            text.append(i == 0 ? "" : ", ").append(row(i));
        }
        return text.append(TAIL).toString();
    }

    /** A row, with the number deciding all of it. */
    String row(int number) {
        SplittableRandom random = new SplittableRandom(number);
        String time = "20%02d-%02d-%02d %02d:%02d:%02d"
                .formatted(
                        18 + random.nextInt(8),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        random.nextInt(24),
                        random.nextInt(60),
                        random.nextInt(60));
        String known =
                "{\"data_hash\": \"%s\", \"data_title\": \"film-%06d.mp4\", \"data_type\": \"VIDEO\", \"created_at\": \"%s\""
                        .formatted(uuid(random), number, time);
        if (!withAllFields) {
            return known + "}";
        }
        return known
                + String.format(
                        Locale.ROOT,
                        ", \"last_edited_at\": \"%s\", \"width\": 1920, \"height\": 1080, \"file_link\": \"cord-videos/user/%s\", "
                                + "\"file_size\": %d.0, \"file_type\": \"video/mp4\", \"storage_location\": 0, "
                                + "\"frames_per_second\": 25.0, \"duration\": %.2f, \"client_metadata\": null, \"signed_url\": null, "
                                + "\"is_optimised_image_group\": null, \"backing_item_uuid\": \"%s\", \"images_data\": null}",
                        time,
                        uuid(random),
                        random.nextInt(1 << 30),
                        random.nextInt(10_000) / 100.0,
                        uuid(random));
    }

    private static UUID uuid(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
