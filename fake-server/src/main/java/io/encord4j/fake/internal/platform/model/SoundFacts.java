package io.encord4j.fake.internal.platform.model;

import org.jspecify.annotations.Nullable;

/**
 * What is known about a sound file. Null means unknown.
 *
 * @param sampleRate samples in a second
 * @param bitDepth bits in a sample
 * @param codec such as {@code pcm_s16le}
 * @param channels how many
 */
public record SoundFacts(
        @Nullable Integer sampleRate,
        @Nullable Integer bitDepth,
        @Nullable String codec,
        @Nullable Integer channels) {}
