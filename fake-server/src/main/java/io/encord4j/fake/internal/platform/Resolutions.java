package io.encord4j.fake.internal.platform;

import io.encord4j.fake.internal.platform.model.StoredFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sorting images by their size. */
final class Resolutions {

    private record Resolution(
            @Nullable Integer width, @Nullable Integer height) {}

    private Resolutions() {}

    /** Splits images by size; sizes come in the order of their first images, images in their own. */
    static <T> List<List<T>> split(List<T> images, Function<T, StoredFile> file) {
        Map<Resolution, List<T>> bySize = new LinkedHashMap<>();
        for (T image : images) {
            var facts = file.apply(image).facts();
            bySize.computeIfAbsent(new Resolution(facts.width(), facts.height()), size -> new ArrayList<>())
                    .add(image);
        }
        return List.copyOf(bySize.values());
    }
}
