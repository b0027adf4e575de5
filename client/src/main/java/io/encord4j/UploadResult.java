package io.encord4j;

/** What an upload made: a row of a dataset, or an item of a folder. */
public sealed interface UploadResult permits UploadedData, UploadedItem {
    /** {@return the title of the row, or the name of the item} */
    String title();
}
