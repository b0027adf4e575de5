package io.encord4j.conformance.model;

import io.encord4j.conformance.model.ReferenceModel.Duplicates;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ListArbitrary;

/** Random sequences of steps. The names are few on purpose: sequences are interesting when things meet. */
final class Steps {

    private static final Arbitrary<Integer> INDEX = Arbitraries.integers().between(0, 5);
    private static final Arbitrary<String> TITLE =
            Arbitraries.of("cat", "Cat", "dog", "a_b", "100%", "Grüße 日本 😀", "x'\"<b>\\");
    private static final Arbitrary<String> PATTERN =
            Arbitraries.of("cat", "Cat", "c%", "_at", "_og", "%a%", "a_b", "%/1.mp4");
    private static final Arbitrary<String> URL = Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.integers().between(0, 4).map(n -> "https://bucket.test/films/" + n + ".mp4")),
            Tuple.of(1, Arbitraries.just("https://bucket.test/a film.mp4")));

    private Steps() {}

    /** Sequences that start with a dataset, so that the other steps have something to act on. */
    static ListArbitrary<Step> sequences() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, TITLE.map(Step.CreateDataset::new)),
                        Tuple.of(3, PATTERN.map(Step.ListDatasets::new)),
                        Tuple.of(4, addPrivate()),
                        Tuple.of(
                                1,
                                Combinators.combine(INDEX, Arbitraries.of("a.mp4", "b.mp4"))
                                        .as(Step.UploadVideo::new)),
                        Tuple.of(2, imageGroup()),
                        Tuple.of(3, Combinators.combine(INDEX, INDEX).as(Step.DeleteRow::new)),
                        Tuple.of(1, INDEX.map(Step.DeleteUnknown::new)),
                        Tuple.of(5, Combinators.combine(INDEX, INDEX, TITLE).as(Step.Rename::new)),
                        Tuple.of(2, metadata()),
                        Tuple.of(
                                3,
                                Combinators.combine(INDEX, INDEX, INDEX, Arbitraries.of(Duplicates.class))
                                        .as(Step.Link::new)),
                        Tuple.of(5, Combinators.combine(INDEX, PATTERN).as(Step.ListRows::new)),
                        Tuple.of(
                                2,
                                Combinators.combine(INDEX, TITLE, Arbitraries.of(true, false))
                                        .as(Step.CreateApiKey::new)),
                        Tuple.of(2, INDEX.map(Step.GetOrCreateApiKey::new)),
                        Tuple.of(
                                2,
                                Combinators.combine(
                                                INDEX, INDEX.list().ofMinSize(1).ofMaxSize(3), INDEX)
                                        .as(Step.ReEncode::new)))
                .list();
    }

    private static Arbitrary<Step> addPrivate() {
        Arbitrary<List<String>> urls = URL.list().ofMinSize(1).ofMaxSize(3).uniqueElements();
        return Combinators.combine(INDEX, urls, Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(Step.AddPrivateVideos::new);
    }

    private static Arbitrary<Step> imageGroup() {
        Arbitrary<List<Integer>> widths =
                Arbitraries.of(16, 24).list().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(INDEX, TITLE, widths, Arbitraries.of(true, false))
                .as(Step.AddImageGroup::new);
    }

    private static Arbitrary<Step> metadata() {
        Arbitrary<String> word = Arbitraries.of("a", "b", "ü");
        return Combinators.combine(INDEX, INDEX, Arbitraries.maps(word, word).ofMaxSize(2))
                .as(Step.ReplaceMetadata::new);
    }
}
