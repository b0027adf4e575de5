package io.encord4j.fake.internal.platform.model;

import io.encord4j.fake.Choices;
import io.encord4j.fake.ClockSetting;
import io.encord4j.fake.ReEncodePlan;
import io.encord4j.fake.UploadPlan;
import java.util.UUID;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;

/**
 * Everything in one world at one moment. States share whatever did not change between them, so keeping one costs nothing
 * that grows with its size.
 *
 * @param choices how the platform behaves where the real one is not known
 * @param reEncoding how re-encoding tasks that are started from now on will go
 * @param uploads how upload jobs will go
 * @param datasets dataset by hash, in the order they were made
 * @param integrations integration by UUID, in the order they were made
 */
public record PlatformState(
        Choices choices,
        ClockSetting clock,
        IdSequence ids,
        ReEncodePlan reEncoding,
        UploadPlan uploads,
        Identities identities,
        PersistentMap<String, Dataset> datasets,
        PersistentMap<UUID, CloudIntegration> integrations,
        Files files,
        JobsAndTasks work) {

    /** Makes a platform with nobody and nothing in it. */
    public static PlatformState empty(Choices choices, ClockSetting clock, IdSequence ids, UUID organisation) {
        return new PlatformState(
                choices,
                clock,
                ids,
                ReEncodePlan.DEFAULT,
                UploadPlan.DEFAULT,
                Identities.empty(organisation),
                ExtensionsKt.persistentMapOf(),
                ExtensionsKt.persistentMapOf(),
                Files.NONE,
                JobsAndTasks.NONE);
    }

    /** Replaces the choices. */
    public PlatformState withChoices(Choices changed) {
        return new PlatformState(
                changed, clock, ids, reEncoding, uploads, identities, datasets, integrations, files, work);
    }

    /** Replaces the clock. */
    public PlatformState withClock(ClockSetting changed) {
        return new PlatformState(
                choices, changed, ids, reEncoding, uploads, identities, datasets, integrations, files, work);
    }

    /** Replaces the ids. */
    public PlatformState withIds(IdSequence changed) {
        return new PlatformState(
                choices, clock, changed, reEncoding, uploads, identities, datasets, integrations, files, work);
    }

    /** Replaces a plan. */
    public PlatformState withReEncoding(ReEncodePlan changed) {
        return new PlatformState(
                choices, clock, ids, changed, uploads, identities, datasets, integrations, files, work);
    }

    /** Replaces a plan. */
    public PlatformState withUploads(UploadPlan changed) {
        return new PlatformState(
                choices, clock, ids, reEncoding, changed, identities, datasets, integrations, files, work);
    }

    /** Replaces the identities. */
    public PlatformState withIdentities(Identities changed) {
        return new PlatformState(
                choices, clock, ids, reEncoding, uploads, changed, datasets, integrations, files, work);
    }

    /** Replaces the datasets. */
    public PlatformState withDatasets(PersistentMap<String, Dataset> changed) {
        return new PlatformState(
                choices, clock, ids, reEncoding, uploads, identities, changed, integrations, files, work);
    }

    /** Replaces the integrations. */
    public PlatformState withIntegrations(PersistentMap<UUID, CloudIntegration> changed) {
        return new PlatformState(choices, clock, ids, reEncoding, uploads, identities, datasets, changed, files, work);
    }

    /** Replaces the files. */
    public PlatformState withFiles(Files changed) {
        return new PlatformState(
                choices, clock, ids, reEncoding, uploads, identities, datasets, integrations, changed, work);
    }

    /** Replaces the work. */
    public PlatformState withWork(JobsAndTasks changed) {
        return new PlatformState(
                choices, clock, ids, reEncoding, uploads, identities, datasets, integrations, files, changed);
    }

    /** Counts; there can be millions. */
    @Override
    public String toString() {
        return "PlatformState[datasets=" + datasets.size() + ", " + identities + ", " + files + ", " + work + "]";
    }
}
