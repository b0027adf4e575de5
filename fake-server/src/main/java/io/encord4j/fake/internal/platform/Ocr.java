package io.encord4j.fake.internal.platform;

import io.encord4j.fake.OcrText;
import io.encord4j.fake.internal.platform.model.DataRow;
import io.encord4j.fake.internal.platform.model.Dataset;
import io.encord4j.fake.internal.platform.model.GroupImage;
import io.encord4j.fake.internal.platform.model.ImageGroup;
import io.encord4j.fake.internal.platform.model.PlatformState;
import java.util.List;

/** Reading text from images: what a test set, else one line that says the image's title. */
public final class Ocr {

    private static final double MARGIN = 0.1;
    private static final double LINE_WIDTH = 0.8;

    private Ocr() {}

    /**
     * Reads an image group.
     *
     * @throws RefusedException if the dataset has no such group
     */
    public static List<List<OcrText>> read(PlatformState state, Dataset dataset, String dataHash) {
        DataRow row = Rows.find(dataset, dataHash);
        if (!(row.item().content() instanceof ImageGroup group)) {
            throw RefusedException.notFound("Row " + dataHash + " is no image group but " + row.type() + ".");
        }
        return group.images().stream().map(image -> read(state, image)).toList();
    }

    /** Sets what is read from an image. */
    public static void set(Transaction tx, String imageHash, List<OcrText> texts) {
        tx.files(files -> files.withOcrTexts(imageHash, texts));
    }

    private static List<OcrText> read(PlatformState state, GroupImage image) {
        List<OcrText> set = state.files().ocrTexts().get(image.hash());
        return set == null ? List.of(new OcrText(image.title(), MARGIN, MARGIN, LINE_WIDTH, MARGIN)) : set;
    }
}
