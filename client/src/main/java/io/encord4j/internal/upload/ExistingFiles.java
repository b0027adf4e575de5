package io.encord4j.internal.upload;

import io.encord4j.internal.upload.UnitUpload.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;

/** Leaves out what the destination has already, as far as title and size tell. */
final class ExistingFiles {
    private final Destination destination;

    ExistingFiles(Destination destination) {
        this.destination = destination;
    }

    private record Trait(String title, long size) {}

    void leaveOut(List<UnitUpload> units) {
        Map<Object, List<UnitUpload>> places = new LinkedHashMap<>();
        for (UnitUpload unit : units) {
            if (unit.stage() == Stage.OPEN && !unit.unit().kind().isGroup()) {
                places.computeIfAbsent(destination.place(unit.unit()), place -> new ArrayList<>())
                        .add(unit);
            }
        }
        places.values().forEach(this::leaveOutOfPlace);
    }

    private void leaveOutOfPlace(List<UnitUpload> units) {
        Map<Trait, Queue<UnitUpload>> wanted = new HashMap<>();
        for (UnitUpload unit : units) {
            String title = Objects.requireNonNull(unit.unit().effectiveTitle(), "title");
            Trait trait = new Trait(title, unit.unit().files().get(0).size());
            wanted.computeIfAbsent(trait, key -> new ArrayDeque<>(1)).add(unit);
        }
        destination.eachExisting(units.get(0).unit(), (title, size) -> {
            Queue<UnitUpload> same = title == null || size == null ? null : wanted.get(new Trait(title, size));
            UnitUpload unit = same == null ? null : same.poll();
            if (unit != null) {
                unit.skipped("There is one of this title and size already.");
            }
        });
    }
}
