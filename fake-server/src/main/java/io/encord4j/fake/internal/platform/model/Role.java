package io.encord4j.fake.internal.platform.model;

import java.util.Optional;

/** What a member may do with a dataset. */
public enum Role {
    /** Everything, including keys, members and groups. */
    ADMIN(0),
    /** Reading and changing data. */
    USER(1);

    private final int code;

    Role(int code) {
        this.code = code;
    }

    /** Returns the number on the wire. */
    public int code() {
        return code;
    }

    /**
     * Finds a role by its number.
     *
     * @return the role, or empty if there is none of that number
     */
    public static Optional<Role> ofCode(int code) {
        for (Role role : values()) {
            if (role.code == code) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
