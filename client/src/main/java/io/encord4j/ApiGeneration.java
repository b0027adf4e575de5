package io.encord4j;

/** The two generations of the wire. The credential decides which one a client speaks; nobody needs to choose, but a user client can be told. */
public enum ApiGeneration {
    /** Remote calls in one envelope, as the official SDK spoke in April 2022. */
    V2022,
    /** Remote calls plus REST, as the official SDK speaks since 2024. */
    V2026
}
