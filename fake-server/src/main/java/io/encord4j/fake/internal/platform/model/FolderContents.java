package io.encord4j.fake.internal.platform.model;

import org.pcollections.TreePSet;

/**
 * What lies directly in a folder, in both orders in which it can be listed.
 *
 * @param byName sorted by name
 * @param byAge sorted by creation
 */
public record FolderContents(TreePSet<Place> byName, TreePSet<Place> byAge) {

    /** Nothing. */
    public static final FolderContents NONE =
            new FolderContents(TreePSet.empty(Place.BY_NAME), TreePSet.empty(Place.BY_AGE));

    /**
     * Adds something.
     *
     * @param place where it stands
     * @return with it
     */
    public FolderContents with(Place place) {
        return new FolderContents(byName.plus(place), byAge.plus(place));
    }

    /**
     * Takes something away.
     *
     * @param place where it stands
     * @return without it
     */
    public FolderContents without(Place place) {
        return new FolderContents(byName.minus(place), byAge.minus(place));
    }

    /**
     * Tells whether nothing is here.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return byAge.isEmpty();
    }

    /** Counts; there can be millions. */
    @Override
    public String toString() {
        return "FolderContents[" + byAge.size() + "]";
    }
}
