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
 * @param clock how time passes
 * @param ids where ids come from
 * @param reEncoding how re-encoding tasks that are started from now on will go
 * @param uploads how upload jobs will go
 * @param identities who there is
 * @param datasets dataset by hash, in the order they were made
 * @param integrations integration by UUID, in the order they were made
 * @param files what backs the rows
 * @param work long work
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

    /**
     * Makes a platform with nobody and nothing in it.
     *
     * @param choices how it behaves
     * @param clock how time passes
     * @param ids where ids come from
     * @param organisation the organisation that new users join
     * @return the state
     */
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

    /**
     * Replaces the choices.
     *
     * @param changed how it behaves
     * @return the state with it
     */
    public PlatformState withChoices(Choices changed) {
        return new PlatformState(
                changed, clock, ids, reEncoding, uploads, identities, datasets, integrations, files, work);
    }

    /**
     * Replaces the clock.
     *
     * @param changed how time passes
     * @return the state with it
     */
    public PlatformState withClock(ClockSetting changed) {
        return new PlatformState(
                choices, changed, ids, reEncoding, uploads, identities, datasets, integrations, files, work);
    }

    /**
     * Replaces the ids.
     *
     * @param changed where ids come from
     * @return the state with it
     */
    public PlatformState withIds(IdSequence changed) {
        return new PlatformState(
                choices, clock, changed, reEncoding, uploads, identities, datasets, integrations, files, work);
    }

    /**
     * Replaces a plan.
     *
     * @param changed how re-encoding tasks will go
     * @return the state with it
     */
    public PlatformState withReEncoding(ReEncodePlan changed) {
        return new PlatformState(
                choices, clock, ids, changed, uploads, identities, datasets, integrations, files, work);
    }

    /**
     * Replaces a plan.
     *
     * @param changed how upload jobs will go
     * @return the state with it
     */
    public PlatformState withUploads(UploadPlan changed) {
        return new PlatformState(
                choices, clock, ids, reEncoding, changed, identities, datasets, integrations, files, work);
    }

    /**
     * Replaces the identities.
     *
     * @param changed who there is
     * @return the state with it
     */
    public PlatformState withIdentities(Identities changed) {
        return new PlatformState(
                choices, clock, ids, reEncoding, uploads, changed, datasets, integrations, files, work);
    }

    /**
     * Replaces the datasets.
     *
     * @param changed dataset by hash
     * @return the state with it
     */
    public PlatformState withDatasets(PersistentMap<String, Dataset> changed) {
        return new PlatformState(
                choices, clock, ids, reEncoding, uploads, identities, changed, integrations, files, work);
    }

    /**
     * Replaces the integrations.
     *
     * @param changed integration by UUID
     * @return the state with it
     */
    public PlatformState withIntegrations(PersistentMap<UUID, CloudIntegration> changed) {
        return new PlatformState(choices, clock, ids, reEncoding, uploads, identities, datasets, changed, files, work);
    }

    /**
     * Replaces the files.
     *
     * @param changed what backs the rows
     * @return the state with it
     */
    public PlatformState withFiles(Files changed) {
        return new PlatformState(
                choices, clock, ids, reEncoding, uploads, identities, datasets, integrations, changed, work);
    }

    /**
     * Replaces the work.
     *
     * @param changed long work
     * @return the state with it
     */
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
