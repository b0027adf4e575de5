package io.encord4j;

import java.util.Locale;

/**
 * What a user or group may do with a dataset. Values that this version does not know are read and kept.
 *
 * @param code the number on the wire, or -1 when the service only gave a name that is not known
 * @param value the lower-case name on the wire
 */
public record DatasetUserRole(int code, String value) {
    /** May change the dataset and its members. */
    public static final DatasetUserRole ADMIN = new DatasetUserRole(0, "admin");

    /** May read the dataset and add data. */
    public static final DatasetUserRole USER = new DatasetUserRole(1, "user");

    /**
     * The role with a number.
     *
     * @param code the number on the wire
     * @return the role, which may be one that is not known
     */
    public static DatasetUserRole ofCode(int code) {
        return switch (code) {
            case 0 -> ADMIN;
            case 1 -> USER;
            default -> new DatasetUserRole(code, "role-" + code);
        };
    }

    /**
     * The role with a name.
     *
     * @param value the name on the wire
     * @return the role, which may be one that is not known
     */
    public static DatasetUserRole ofValue(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "admin" -> ADMIN;
            case "user" -> USER;
            default -> new DatasetUserRole(-1, value);
        };
    }

    /**
     * Tells whether this version knows the role.
     *
     * @return false for a role that a later service has added
     */
    public boolean isKnown() {
        return equals(ADMIN) || equals(USER);
    }
}
