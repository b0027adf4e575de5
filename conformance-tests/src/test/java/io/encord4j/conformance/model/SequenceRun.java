package io.encord4j.conformance.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.conformance.model.ReferenceModel.Seen;
import io.encord4j.conformance.model.SystemUnderTest.ListedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes each step on the system and on the model, and compares what they show after each. */
final class SequenceRun {

    private final SystemUnderTest system;
    private final ReferenceModel model = new ReferenceModel();
    private final List<String> datasets = new ArrayList<>();
    private final Map<String, String> masterKeys = new HashMap<>();

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
        } else if (step instanceof Step.OnRow onRow) {
            takeOnRow(onRow, place);
        } else if (step instanceof Step.OnDataset onDataset) {
            takeOnDataset(onDataset, dataset(onDataset.dataset()), place);
        }
    }

    private void takeOnDataset(Step.OnDataset step, int dataset, String place) {
        String hash = datasets.get(dataset);
        if (step instanceof Step.AddPrivateVideos add) {
            assertThat(system.addPrivateVideos(hash, add.urls(), add.skipDuplicates(), add.ignoreErrors()))
                    .as(place)
                    .isEqualTo(model.addPrivateVideos(dataset, add.urls(), add.skipDuplicates(), add.ignoreErrors()));
        } else if (step instanceof Step.UploadVideo upload) {
            system.uploadVideo(hash, upload.name());
            model.uploadVideo(dataset, upload.name());
        } else if (step instanceof Step.AddImageGroup add) {
            assertThat(system.addImageGroup(hash, add.title(), add.widths(), add.sequence()))
                    .as(place)
                    .isEqualTo(model.addImageGroup(dataset, add.title(), add.widths(), add.sequence()));
        } else if (step instanceof Step.DeleteUnknown) {
            system.delete(hash, List.of("00000000-0000-4000-8000-000000000000"));
        } else if (step instanceof Step.ListRows list) {
            assertThat(seen(system.rows(hash, list.pattern())))
                    .as(place)
                    .isEqualTo(model.rowsLike(dataset, list.pattern()));
        } else if (step instanceof Step.ReEncode reEncode) {
            reEncode(reEncode, dataset, place);
        } else {
            takeOnKeys(step, dataset, place);
        }
    }

    private void takeOnKeys(Step.OnDataset step, int dataset, String place) {
        String hash = datasets.get(dataset);
        if (step instanceof Step.CreateApiKey create) {
            system.createApiKey(hash, create.title(), create.mayWrite());
            model.createApiKey(dataset, create.title(), create.mayWrite());
        } else if (step instanceof Step.GetOrCreateApiKey) {
            String key = system.getOrCreateApiKey(hash);
            assertThat(masterKeys.computeIfAbsent(hash, first -> key)).as(place).isEqualTo(key);
            model.getOrCreateApiKey(dataset);
        }
        assertThat(system.apiKeys(hash)).as(place).isEqualTo(model.apiKeys(dataset));
    }

    private void reEncode(Step.ReEncode step, int dataset, String place) {
        List<ListedRow> rows = rows(dataset);
        if (rows.isEmpty()) {
            return;
        }
        List<Integer> asked = step.rows().stream().map(row -> row % rows.size()).toList();
        List<String> hashes = new ArrayList<>(hashes(rows, asked));
        int foreign = dataset(step.foreign());
        if (foreign != dataset) {
            rows(foreign).forEach(row -> hashes.add(row.hash()));
        }
        assertThat(system.reEncode(datasets.get(dataset), hashes))
                .as(place)
                .isEqualTo(hashes(rows, model.reEncoded(dataset, asked)));
    }

    private static List<String> hashes(List<ListedRow> rows, List<Integer> indexes) {
        return indexes.stream().map(index -> rows.get(index).hash()).toList();
    }

    private void takeOnRow(Step.OnRow step, String place) {
        int dataset = dataset(step.dataset());
        List<ListedRow> rows = rows(dataset);
        if (rows.isEmpty()) {
            return;
        }
        int row = step.row() % rows.size();
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
        return step instanceof Step.OnDataset onDataset ? onDataset.dataset() : 0;
    }
}
