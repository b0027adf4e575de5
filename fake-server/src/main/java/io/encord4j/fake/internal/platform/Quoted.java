package io.encord4j.fake.internal.platform;

/** Puts a value that somebody sent into a message, at a length that a reader can bear. */
public final class Quoted {

    private static final int LONGEST = 100;

    private Quoted() {}

    public static String value(String text) {
        return "'" + (text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…") + "'";
    }
}
