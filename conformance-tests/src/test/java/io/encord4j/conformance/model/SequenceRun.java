package io.encord4j.conformance.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.conformance.model.ReferenceModel.Seen;
import io.encord4j.conformance.model.SystemUnderTest.ListedRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes each step on the system and on the model, and compares what they show after each. */
final class SequenceRun {

    private final SystemUnderTest system;
    private final ReferenceModel model = new ReferenceModel();
    private final List<String> datasets = new ArrayList<>();

    SequenceRun(SystemUnderTest system) {
        this.system = system;
        create("first");
    }

    void take(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String place = "step %d, %s".formatted(i, step);
            take(step, place);
            if (i + 1 == steps.size()) {
                for (int dataset = 0; dataset < datasets.size(); dataset++) {
                    compare(dataset, place);
                }
            } else {
                compare(dataset(changedBy(step)), place);
            }
        }
        idsAreUnique();
    }

    private void take(Step step, String place) {
        if (step instanceof Step.CreateDataset create) {
            create(create.title());
        } else if (step instanceof Step.ListDatasets list) {
            assertThat(system.titlesOfDatasetsLike(list.pattern()).stream()
                            .sorted()
                            .toList())
                    .as(place)
                    .isEqualTo(model.titlesLike(list.pattern()));
        } else if (step instanceof Step.AddPrivateVideos add) {
            addPrivate(add, place);
        } else if (step instanceof Step.UploadVideo upload) {
            int dataset = dataset(upload.dataset());
            system.uploadVideo(datasets.get(dataset), upload.name());
            model.uploadVideo(dataset, upload.name());
        } else if (step instanceof Step.DeleteUnknown delete) {
            system.delete(datasets.get(dataset(delete.dataset())), List.of("00000000-0000-4000-8000-000000000000"));
        } else if (step instanceof Step.ListRows list) {
            int dataset = dataset(list.dataset());
            assertThat(seen(system.rows(datasets.get(dataset), list.pattern())))
                    .as(place)
                    .isEqualTo(model.rowsLike(dataset, list.pattern()));
        } else {
            takeOnRow(step, place);
        }
    }

    private void takeOnRow(Step step, String place) {
        int dataset = dataset(datasetOf(step));
        List<ListedRow> rows = rows(dataset);
        if (rows.isEmpty()) {
            return;
        }
        int row = rowOf(step) % rows.size();
        String hash = rows.get(row).hash();
        if (step instanceof Step.DeleteRow) {
            system.delete(datasets.get(dataset), List.of(hash));
            model.delete(dataset, row);
        } else if (step instanceof Step.Rename rename) {
            system.rename(datasets.get(dataset), hash, rename.title());
            model.rename(dataset, row, rename.title());
        } else if (step instanceof Step.ReplaceMetadata replace) {
            system.replaceMetadata(datasets.get(dataset), hash, replace.metadata());
            model.replaceMetadata(dataset, row, replace.metadata());
        } else if (step instanceof Step.Link link) {
            int to = dataset(link.to());
            assertThat(system.link(rows.get(row).item(), datasets.get(to), link.duplicates()))
                    .as(place)
                    .isEqualTo(model.link(dataset, row, to, link.duplicates()));
        }
    }

    private void addPrivate(Step.AddPrivateVideos add, String place) {
        int dataset = dataset(add.dataset());
        assertThat(system.addPrivateVideos(datasets.get(dataset), add.urls(), add.skipDuplicates(), add.ignoreErrors()))
                .as(place)
                .isEqualTo(model.addPrivateVideos(dataset, add.urls(), add.skipDuplicates(), add.ignoreErrors()));
    }

    private void create(String title) {
        datasets.add(system.createDataset(title));
        model.createDataset(title);
    }

    private void idsAreUnique() {
        Set<String> ids = new HashSet<>(datasets);
        int count = datasets.size();
        for (int dataset = 0; dataset < datasets.size(); dataset++) {
            for (ListedRow row : rows(dataset)) {
                ids.add(row.hash());
                count++;
            }
        }
        assertThat(ids).as("ids").hasSize(count);
    }

    private List<ListedRow> rows(int dataset) {
        return system.rows(datasets.get(dataset), "%");
    }

    private static List<Seen> seen(List<ListedRow> rows) {
        return rows.stream().map(ListedRow::seen).toList();
    }

    private int dataset(int index) {
        return index % datasets.size();
    }

    private void compare(int dataset, String place) {
        assertThat(seen(rows(dataset)))
                .as("rows of dataset %d after %s", dataset, place)
                .isEqualTo(model.rows(dataset));
    }

    private static int changedBy(Step step) {
        if (step instanceof Step.Link link) {
            return link.to();
        }
        if (step instanceof Step.AddPrivateVideos add) {
            return add.dataset();
        }
        if (step instanceof Step.UploadVideo upload) {
            return upload.dataset();
        }
        boolean onRow =
                step instanceof Step.DeleteRow || step instanceof Step.Rename || step instanceof Step.ReplaceMetadata;
        return onRow ? datasetOf(step) : 0;
    }

    private static int datasetOf(Step step) {
        if (step instanceof Step.DeleteRow delete) {
            return delete.dataset();
        }
        if (step instanceof Step.Rename rename) {
            return rename.dataset();
        }
        if (step instanceof Step.ReplaceMetadata replace) {
            return replace.dataset();
        }
        return ((Step.Link) step).from();
    }

    private static int rowOf(Step step) {
        if (step instanceof Step.DeleteRow delete) {
            return delete.row();
        }
        if (step instanceof Step.Rename rename) {
            return rename.row();
        }
        if (step instanceof Step.ReplaceMetadata replace) {
            return replace.row();
        }
        return ((Step.Link) step).row();
    }
}
