package io.encord4j.internal.privatefiles;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Looks whether a text is one JSON object, and finds the first place where it is not. Readers of JSON tell neither line nor reason. */
final class StrictJson {
    /** What readers of JSON allow. */
    private static final int DEEPEST = 250;

    private static final String EXAMPLE = "Give JSON such as {\"videos\": [{\"objectUrl\": \"...\"}]}.";

    private final CodePoints text;
    private int current;

    private StrictJson(CodePoints text) {
        this.text = text;
    }

    /**
     * Reads a text to its end.
     *
     * @throws JsonFault if it is no JSON object
     */
    static void check(CodePoints text) throws IOException {
        new StrictJson(text).document();
    }

    private void document() throws IOException {
        advance();
        skipSpace();
        if (current == CodePoints.END) {
            throw text.fault("it is empty", EXAMPLE);
        }
        if (current == '[' || current == '"') {
            throw text.fault("it is " + (current == '[' ? "an array" : "a text") + ", not an object", EXAMPLE);
        }
        if (current != '{') {
            throw unexpected("an object");
        }
        value(0);
        skipSpace();
        if (current != CodePoints.END) {
            throw unexpected("the end");
        }
    }

    private void advance() throws IOException {
        current = text.next();
    }

    private void skipSpace() throws IOException {
        while (current == ' ' || current == '\n' || current == '\r' || current == '\t') {
            advance();
        }
    }

    private void value(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw text.fault("it is nested more than " + DEEPEST + " levels deep", "Put less into each other.");
        }
        switch (current) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> word();
        }
    }

    private void object(int depth) throws IOException {
        String began = began();
        advance();
        skipSpace();
        if (current == '}') {
            advance();
            return;
        }
        while (true) {
            if (current != '"') {
                throw unexpected("a key in double quotes");
            }
            string();
            skipSpace();
            if (current != ':') {
                throw unexpected("a colon behind the key");
            }
            advance();
            skipSpace();
            value(depth + 1);
            if (!more('}', "object", began)) {
                return;
            }
        }
    }

    private void array(int depth) throws IOException {
        String began = began();
        advance();
        skipSpace();
        if (current == ']') {
            advance();
            return;
        }
        do {
            value(depth + 1);
        } while (more(']', "array", began));
    }

    private String began() {
        return "line " + text.line() + ", column " + text.column();
    }

    /** Passes a comma or the end of an object or array. */
    private boolean more(char end, String what, String began) throws IOException {
        skipSpace();
        if (current == end) {
            advance();
            return false;
        }
        if (current == CodePoints.END) {
            throw text.fault(
                    "it ends before the " + what + " that began at " + began + " is closed", "Is the file whole?");
        }
        if (current != ',') {
            throw unexpected("a comma or '" + end + "'");
        }
        JsonFault trailing = text.fault("a comma stands before '" + end + "'", "Remove the trailing comma.");
        advance();
        skipSpace();
        if (current == end) {
            throw trailing;
        }
        return true;
    }

    private void string() throws IOException {
        advance();
        boolean high = false;
        while (current != '"') {
            if (current == CodePoints.END) {
                throw text.fault("it ends within a text", "Is the file whole?");
            }
            if (current < ' ') {
                throw text.fault(
                        "the control character U+%04X stands within a text".formatted(current),
                        "Write it with a backslash: \\n for the end of a line.");
            }
            int unit = current == '\\' ? escape() : 0;
            boolean low = unit >= Character.MIN_LOW_SURROGATE && unit <= Character.MAX_LOW_SURROGATE;
            if (high != low) {
                throw halfCharacter();
            }
            high = unit >= Character.MIN_HIGH_SURROGATE && unit <= Character.MAX_HIGH_SURROGATE;
            advance();
        }
        if (high) {
            throw halfCharacter();
        }
        advance();
    }

    private JsonFault halfCharacter() {
        return text.fault(
                "half of a surrogate pair is escaped, which is no character",
                "Write both halves, or the character itself.");
    }

    /** Ends at the last character of the escape; its code if it is one of four digits, else 0. */
    private int escape() throws IOException {
        advance();
        if (current == 'u') {
            int unit = 0;
            for (int i = 0; i < 4; i++) {
                advance();
                int digit = current == CodePoints.END ? -1 : Character.digit(current, 16);
                if (digit < 0 || current > 'f') {
                    throw text.fault("an escape \\u lacks its four hexadecimal digits", "Write \\u00fc, for instance.");
                }
                unit = unit * 16 + digit;
            }
            return unit;
        }
        if (current == CodePoints.END || "\"\\/bfnrt".indexOf(current) < 0) {
            throw text.fault("a backslash escapes nothing that JSON knows", "Write \\\\ for a backslash.");
        }
        return 0;
    }

    private void number() throws IOException {
        if (current == '-') {
            advance();
        }
        if (current == '0') {
            advance();
        } else {
            digits();
        }
        if (current == '.') {
            advance();
            digits();
        }
        if (current == 'e' || current == 'E') {
            advance();
            if (current == '+' || current == '-') {
                advance();
            }
            digits();
        }
        if (isDigit(current) || current == '.' || current == '_' || Character.isLetter(current)) {
            throw noNumber();
        }
    }

    private void digits() throws IOException {
        if (!isDigit(current)) {
            throw current == 'I' || current == 'N' ? unexpected("a number") : noNumber();
        }
        while (isDigit(current)) {
            advance();
        }
    }

    private JsonFault noNumber() {
        return text.fault("a number is written as JSON does not", "Write 0.5 and 10, not .5, 5., +5 or 010.");
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private void word() throws IOException {
        String literal = current == 't' ? "true" : current == 'f' ? "false" : current == 'n' ? "null" : "";
        if (literal.isEmpty()) {
            throw unexpected("a value");
        }
        for (int i = 0; i < literal.length(); i++) {
            if (current != literal.charAt(i)) {
                throw unexpected("'" + literal + "'");
            }
            advance();
        }
    }

    private JsonFault unexpected(String wanted) {
        String problem = known();
        if (problem != null) {
            return text.fault(problem, "JSON has no such thing: remove it, or write what JSON has.");
        }
        return current == CodePoints.END
                ? text.fault("it ends where " + wanted + " should be", "Is the file whole?")
                : text.fault(CodePoints.show(current) + " stands where " + wanted + " should be", EXAMPLE);
    }

    /** What people write who have other languages in mind. */
    private @Nullable String known() {
        return switch (current) {
            case '/', '#' -> "a comment stands here";
            case '\'' -> "a text is in single quotes";
            case 'N' -> "NaN or None stands here; JSON has null";
            case 'I' -> "Infinity stands here";
            case 'T', 'F' -> "True or False stands here; JSON has true and false";
            default -> null;
        };
    }
}
