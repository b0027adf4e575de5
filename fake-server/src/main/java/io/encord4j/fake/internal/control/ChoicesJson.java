package io.encord4j.fake.internal.control;

import io.encord4j.fake.Choices;
import io.encord4j.fake.RefusalKind;
import io.encord4j.fake.internal.seed.JsonFields;
import io.encord4j.fake.internal.seed.SeedText;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The choices of a world in JSON, a field each. */
final class ChoicesJson {

    private final JsonFields fields;

    private ChoicesJson(JsonFields fields) {
        this.fields = fields;
    }

    /** Changes those choices that have a field and leaves the others. */
    static Choices read(JsonFields fields, Choices now) {
        Choices changed = new ChoicesJson(fields).over(now);
        fields.end();
        return changed;
    }

    private Choices over(Choices now) {
        return now.toBuilder()
                .rpcErrorsAreHttp200(fields.flag("rpcErrorsAreHttp200", now.rpcErrorsAreHttp200()))
                .acceptsUnknownSshKeys(fields.flag("acceptsUnknownSshKeys", now.acceptsUnknownSshKeys()))
                .tellsUnknownSshKeys(fields.flag("tellsUnknownSshKeys", now.tellsUnknownSshKeys()))
                .createdPast(duration("createdPast", now.createdPast()))
                .createdFuture(duration("createdFuture", now.createdFuture()))
                .signedUrlLife(duration("signedUrlLife", now.signedUrlLife()))
                .maxSignedUrls(fields.smallNumber("maxSignedUrls", now.maxSignedUrls()))
                .unknownDataset(refusal("unknownDataset", now.unknownDataset()))
                .emptyTitles(fields.flag("emptyTitles", now.emptyTitles()))
                .legacyDatasetsAreMirrors(fields.flag("legacyDatasetsAreMirrors", now.legacyDatasetsAreMirrors()))
                .likeIgnoresCase(fields.flag("likeIgnoresCase", now.likeIgnoresCase()))
                .checksMedia(fields.flag("checksMedia", now.checksMedia()))
                .imageGroupTitle(text("imageGroupTitle", now.imageGroupTitle()))
                .dicomSeriesTitle(text("dicomSeriesTitle", now.dicomSeriesTitle()))
                .reversesImageGroups(fields.flag("reversesImageGroups", now.reversesImageGroups()))
                .refusesForeignImageGroups(fields.flag("refusesForeignImageGroups", now.refusesForeignImageGroups()))
                .failedPrivateData(refusal("failedPrivateData", now.failedPrivateData()))
                .privateDataInHosted2022(fields.flag("privateDataInHosted2022", now.privateDataInHosted2022()))
                .failedJobsKeepGoodUnits(fields.flag("failedJobsKeepGoodUnits", now.failedJobsKeepGoodUnits()))
                .refusesUnknownPrivateKinds(fields.flag("refusesUnknownPrivateKinds", now.refusesUnknownPrivateKinds()))
                .duplicateLinks(refusal("duplicateLinks", now.duplicateLinks()))
                .unknownItems(refusal("unknownItems", now.unknownItems()))
                .build();
    }

    static Map<String, @Nullable Object> write(Choices now) {
        return SeedText.object(
                "rpcErrorsAreHttp200", now.rpcErrorsAreHttp200(),
                "acceptsUnknownSshKeys", now.acceptsUnknownSshKeys(),
                "tellsUnknownSshKeys", now.tellsUnknownSshKeys(),
                "createdPast", now.createdPast().toString(),
                "createdFuture", now.createdFuture().toString(),
                "signedUrlLife", now.signedUrlLife().toString(),
                "maxSignedUrls", now.maxSignedUrls(),
                "unknownDataset", now.unknownDataset().name(),
                "emptyTitles", now.emptyTitles(),
                "legacyDatasetsAreMirrors", now.legacyDatasetsAreMirrors(),
                "likeIgnoresCase", now.likeIgnoresCase(),
                "checksMedia", now.checksMedia(),
                "imageGroupTitle", now.imageGroupTitle(),
                "dicomSeriesTitle", now.dicomSeriesTitle(),
                "reversesImageGroups", now.reversesImageGroups(),
                "refusesForeignImageGroups", now.refusesForeignImageGroups(),
                "failedPrivateData", now.failedPrivateData().name(),
                "privateDataInHosted2022", now.privateDataInHosted2022(),
                "failedJobsKeepGoodUnits", now.failedJobsKeepGoodUnits(),
                "refusesUnknownPrivateKinds", now.refusesUnknownPrivateKinds(),
                "duplicateLinks", now.duplicateLinks().name(),
                "unknownItems", now.unknownItems().name());
    }

    private Duration duration(String name, Duration otherwise) {
        Duration given = fields.duration(name);
        return given == null ? otherwise : given;
    }

    private String text(String name, String otherwise) {
        String given = fields.text(name);
        return given == null ? otherwise : given;
    }

    private RefusalKind refusal(String name, RefusalKind otherwise) {
        return fields.text(name) == null ? otherwise : fields.choice(name, RefusalKind.class);
    }
}
