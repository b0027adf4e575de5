package io.encord4j.fake.internal.seed;

import io.encord4j.fake.OcrText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What OCR reads, in JSON. */
public final class OcrJson {

    private OcrJson() {}

    public static List<OcrText> read(JsonFields fields) {
        List<OcrText> texts = new ArrayList<>();
        fields.each("texts", text -> texts.add(text(text)));
        return texts;
    }

    private static OcrText text(JsonFields fields) {
        OcrText text = new OcrText(
                fields.requiredText("text"),
                fields.decimal("x", 0),
                fields.decimal("y", 0),
                fields.decimal("width", 1),
                fields.decimal("height", 1));
        fields.end();
        return text;
    }

    static List<Map<String, @Nullable Object>> write(List<OcrText> texts) {
        return texts.stream()
                .map(text -> SeedText.object(
                        "text", text.text(),
                        "x", text.x(),
                        "y", text.y(),
                        "width", text.width(),
                        "height", text.height()))
                .toList();
    }
}
