package io.encord4j.fake.internal.platform.model;

import java.util.UUID;

/**
 * A person with an account.
 *
 * @param hash 28 letters and digits
 * @param email the address, as given when the user was made
 * @param organisation the organisation that the user belongs to
 * @param organisationAdmin whether the user has access to all datasets of the organisation
 */
public record User(String hash, String email, UUID organisation, boolean organisationAdmin) {}
