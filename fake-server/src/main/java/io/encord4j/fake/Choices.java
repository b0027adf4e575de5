package io.encord4j.fake;

import java.time.Duration;

/**
 * Every decision that the real platform's known behaviour does not settle, in one place. The defaults are what
 * its clients show to be likely.
 *
 * @param rpcErrorsAreHttp200 whether RPC errors come with HTTP 200 instead of the status of their envelope
 * @param acceptsUnknownSshKeys whether the holder of a key that nobody registered becomes a user
 * @param tellsUnknownSshKeys whether clients that send {@code ResourceType} hear {@code SSH_KEY_NOT_FOUND_ERROR} instead of {@code AUTHENTICATION_ERROR}
 * @param createdPast how old a message signature may be (5)
 * @param createdFuture how far in the future it may be made (5)
 * @param signedUrlLife how long a signed URL is good (13)
 * @param maxSignedUrls how many signed URLs one REST call gives
 * @param unknownDataset what a dataset that does not exist is answered with; {@code NOT_AUTHORISED} hides which exist
 * @param emptyTitles whether a dataset may have an empty title
 * @param legacyDatasetsAreMirrors whether datasets made by RPC have a backing folder, without which 2026 clients cannot upload into them
 * @param likeIgnoresCase whether {@code LIKE} filters ignore case
 * @param checksMedia whether uploaded bytes must be of a type that fits the row, and readable
 * @param imageGroupTitle what the title of an image group without one starts with; five characters follow
 * @param dicomSeriesTitle the same for DICOM series
 * @param reversesImageGroups whether the images of a group of 2022 are in the reverse of the order in which they were sent
 * @param refusesForeignImageGroups whether deleting an image group that is not in the dataset is refused instead of ignored
 * @param failedPrivateData what private data with a bad entry is answered with in 2022
 * @param privateDataInHosted2022 whether 2022 clients may add private data to hosted datasets
 * @param failedJobsKeepGoodUnits whether a job that ends in {@code ERROR} keeps the units that were good
 * @param refusesUnknownPrivateKinds whether unknown top-level keys of private-files JSON are refused instead of ignored (14)
 * @param duplicateLinks what {@code FAIL} answers when an item is linked already
 * @param unknownItems what linking an unknown item is answered with
 */
public record Choices(
        boolean rpcErrorsAreHttp200,
        boolean acceptsUnknownSshKeys,
        boolean tellsUnknownSshKeys,
        Duration createdPast,
        Duration createdFuture,
        Duration signedUrlLife,
        int maxSignedUrls,
        RefusalKind unknownDataset,
        boolean emptyTitles,
        boolean legacyDatasetsAreMirrors,
        boolean likeIgnoresCase,
        boolean checksMedia,
        String imageGroupTitle,
        String dicomSeriesTitle,
        boolean reversesImageGroups,
        boolean refusesForeignImageGroups,
        RefusalKind failedPrivateData,
        boolean privateDataInHosted2022,
        boolean failedJobsKeepGoodUnits,
        boolean refusesUnknownPrivateKinds,
        RefusalKind duplicateLinks,
        RefusalKind unknownItems) {

    /** The defaults. */
    public static final Choices DEFAULT = builder().build();

    /**
     * Starts from the defaults.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts from these choices.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.rpcErrorsAreHttp200 = rpcErrorsAreHttp200;
        builder.acceptsUnknownSshKeys = acceptsUnknownSshKeys;
        builder.tellsUnknownSshKeys = tellsUnknownSshKeys;
        builder.createdPast = createdPast;
        builder.createdFuture = createdFuture;
        builder.signedUrlLife = signedUrlLife;
        builder.maxSignedUrls = maxSignedUrls;
        builder.unknownDataset = unknownDataset;
        builder.emptyTitles = emptyTitles;
        builder.legacyDatasetsAreMirrors = legacyDatasetsAreMirrors;
        builder.likeIgnoresCase = likeIgnoresCase;
        builder.checksMedia = checksMedia;
        builder.imageGroupTitle = imageGroupTitle;
        builder.dicomSeriesTitle = dicomSeriesTitle;
        builder.reversesImageGroups = reversesImageGroups;
        builder.refusesForeignImageGroups = refusesForeignImageGroups;
        builder.failedPrivateData = failedPrivateData;
        builder.privateDataInHosted2022 = privateDataInHosted2022;
        builder.failedJobsKeepGoodUnits = failedJobsKeepGoodUnits;
        builder.refusesUnknownPrivateKinds = refusesUnknownPrivateKinds;
        builder.duplicateLinks = duplicateLinks;
        builder.unknownItems = unknownItems;
        return builder;
    }

    /** Collects choices. */
    public static final class Builder {

        private boolean rpcErrorsAreHttp200 = false;
        private boolean acceptsUnknownSshKeys = true;
        private boolean tellsUnknownSshKeys = true;
        private Duration createdPast = Duration.ofMinutes(5);
        private Duration createdFuture = Duration.ofSeconds(30);
        private Duration signedUrlLife = Duration.ofHours(1);
        private int maxSignedUrls = 200;
        private RefusalKind unknownDataset = RefusalKind.NOT_FOUND;
        private boolean emptyTitles = false;
        private boolean legacyDatasetsAreMirrors = true;
        private boolean likeIgnoresCase = false;
        private boolean checksMedia = true;
        private String imageGroupTitle = "image-group-";
        private String dicomSeriesTitle = "dicom-series-";
        private boolean reversesImageGroups = false;
        private boolean refusesForeignImageGroups = false;
        private RefusalKind failedPrivateData = RefusalKind.UNKNOWN;
        private boolean privateDataInHosted2022 = false;
        private boolean failedJobsKeepGoodUnits = false;
        private boolean refusesUnknownPrivateKinds = false;
        private RefusalKind duplicateLinks = RefusalKind.INVALID_ARGUMENTS;
        private RefusalKind unknownItems = RefusalKind.NOT_AUTHORISED;

        private Builder() {}

        /**
         * Sets whether RPC errors come with HTTP 200 instead of the status of their envelope.
         *
         * @param value the choice
         * @return this
         */
        public Builder rpcErrorsAreHttp200(boolean value) {
            rpcErrorsAreHttp200 = value;
            return this;
        }

        /**
         * Sets whether the holder of a key that nobody registered becomes a user.
         *
         * @param value the choice
         * @return this
         */
        public Builder acceptsUnknownSshKeys(boolean value) {
            acceptsUnknownSshKeys = value;
            return this;
        }

        /**
         * Sets whether clients that send {@code ResourceType} hear {@code SSH_KEY_NOT_FOUND_ERROR} instead of {@code AUTHENTICATION_ERROR}.
         *
         * @param value the choice
         * @return this
         */
        public Builder tellsUnknownSshKeys(boolean value) {
            tellsUnknownSshKeys = value;
            return this;
        }

        /**
         * Sets how old a message signature may be (5).
         *
         * @param value the choice
         * @return this
         */
        public Builder createdPast(Duration value) {
            createdPast = value;
            return this;
        }

        /**
         * Sets how far in the future it may be made (5).
         *
         * @param value the choice
         * @return this
         */
        public Builder createdFuture(Duration value) {
            createdFuture = value;
            return this;
        }

        /**
         * Sets how long a signed URL is good (13).
         *
         * @param value the choice
         * @return this
         */
        public Builder signedUrlLife(Duration value) {
            signedUrlLife = value;
            return this;
        }

        /**
         * Sets how many signed URLs one REST call gives.
         *
         * @param value the choice
         * @return this
         */
        public Builder maxSignedUrls(int value) {
            maxSignedUrls = value;
            return this;
        }

        /**
         * Sets what a dataset that does not exist is answered with; {@code NOT_AUTHORISED} hides which exist.
         *
         * @param value the choice
         * @return this
         */
        public Builder unknownDataset(RefusalKind value) {
            unknownDataset = value;
            return this;
        }

        /**
         * Sets whether a dataset may have an empty title.
         *
         * @param value the choice
         * @return this
         */
        public Builder emptyTitles(boolean value) {
            emptyTitles = value;
            return this;
        }

        /**
         * Sets whether datasets made by RPC have a backing folder, without which 2026 clients cannot upload into them.
         *
         * @param value the choice
         * @return this
         */
        public Builder legacyDatasetsAreMirrors(boolean value) {
            legacyDatasetsAreMirrors = value;
            return this;
        }

        /**
         * Sets whether {@code LIKE} filters ignore case.
         *
         * @param value the choice
         * @return this
         */
        public Builder likeIgnoresCase(boolean value) {
            likeIgnoresCase = value;
            return this;
        }

        /**
         * Sets whether uploaded bytes must be of a type that fits the row, and readable.
         *
         * @param value the choice
         * @return this
         */
        public Builder checksMedia(boolean value) {
            checksMedia = value;
            return this;
        }

        /**
         * Sets what the title of an image group without one starts with; five characters follow.
         *
         * @param value the choice
         * @return this
         */
        public Builder imageGroupTitle(String value) {
            imageGroupTitle = value;
            return this;
        }

        /**
         * Sets the same for DICOM series.
         *
         * @param value the choice
         * @return this
         */
        public Builder dicomSeriesTitle(String value) {
            dicomSeriesTitle = value;
            return this;
        }

        /**
         * Sets whether the images of a group that is made by a 2022 client are in the reverse of the order in which they
         * were sent.
         *
         * @param value the choice
         * @return this
         */
        public Builder reversesImageGroups(boolean value) {
            reversesImageGroups = value;
            return this;
        }

        /**
         * Sets whether deleting an image group that is not in the dataset is refused instead of ignored.
         *
         * @param value the choice
         * @return this
         */
        public Builder refusesForeignImageGroups(boolean value) {
            refusesForeignImageGroups = value;
            return this;
        }

        /**
         * Sets what private data with a bad entry is answered with in 2022.
         *
         * @param value the choice
         * @return this
         */
        public Builder failedPrivateData(RefusalKind value) {
            failedPrivateData = value;
            return this;
        }

        /**
         * Sets whether 2022 clients may add private data to hosted datasets.
         *
         * @param value the choice
         * @return this
         */
        public Builder privateDataInHosted2022(boolean value) {
            privateDataInHosted2022 = value;
            return this;
        }

        /**
         * Sets whether a job that ends in {@code ERROR} keeps the units that were good.
         *
         * @param value the choice
         * @return this
         */
        public Builder failedJobsKeepGoodUnits(boolean value) {
            failedJobsKeepGoodUnits = value;
            return this;
        }

        /**
         * Sets whether unknown top-level keys of private-files JSON are refused instead of ignored (14).
         *
         * @param value the choice
         * @return this
         */
        public Builder refusesUnknownPrivateKinds(boolean value) {
            refusesUnknownPrivateKinds = value;
            return this;
        }

        /**
         * Sets what {@code FAIL} answers when an item is linked already.
         *
         * @param value the choice
         * @return this
         */
        public Builder duplicateLinks(RefusalKind value) {
            duplicateLinks = value;
            return this;
        }

        /**
         * Sets what linking an unknown item is answered with.
         *
         * @param value the choice
         * @return this
         */
        public Builder unknownItems(RefusalKind value) {
            unknownItems = value;
            return this;
        }

        /**
         * Builds.
         *
         * @return the choices
         */
        public Choices build() {
            return new Choices(
                    rpcErrorsAreHttp200,
                    acceptsUnknownSshKeys,
                    tellsUnknownSshKeys,
                    createdPast,
                    createdFuture,
                    signedUrlLife,
                    maxSignedUrls,
                    unknownDataset,
                    emptyTitles,
                    legacyDatasetsAreMirrors,
                    likeIgnoresCase,
                    checksMedia,
                    imageGroupTitle,
                    dicomSeriesTitle,
                    reversesImageGroups,
                    refusesForeignImageGroups,
                    failedPrivateData,
                    privateDataInHosted2022,
                    failedJobsKeepGoodUnits,
                    refusesUnknownPrivateKinds,
                    duplicateLinks,
                    unknownItems);
        }
    }
}
