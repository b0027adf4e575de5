package io.encord4j.codegen;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field of a record: as a component in Java, and how the adapter reads and writes it. Templates call the methods
 * by name.
 *
 * @param wireName the name in JSON
 * @param name the name in Java
 * @param type the type of its values
 * @param presence whether it may be absent or null
 * @param tolerant whether it is read as far as it can be read
 * @param defaultValue what it is if it is absent, as a Java expression; only of {@link Presence#DEFAULTED}
 * @param sensitive whether it must not be printed
 * @param description what the spec says about it
 */
record Component(
        String wireName,
        String name,
        WireType type,
        Presence presence,
        boolean tolerant,
        @Nullable String defaultValue,
        boolean sensitive,
        @Nullable String description) {

    /** Whether a field must be there, and what null means. */
    enum Presence {
        /** Must be there, and not null. */
        REQUIRED,
        /** Is there by the description, and not null; one that is missing, null or unreadable reads as null. */
        EXPECTED,
        /** May be absent, and then has a default; always written. */
        DEFAULTED,
        /** Must be there, and may be null. */
        REQUIRED_NULLABLE,
        /** May be absent, which reads as null; null is always written. */
        NULL_BY_DEFAULT,
        /** May be absent; null reads as absent. */
        OPTIONAL,
        /** May be absent or null, and the two differ. */
        OMISSIBLE
    }

    /** The name in JSON as a Java literal. */
    String wireLiteral() {
        return WireNames.literal(wireName);
    }

    /** The declaration's type. */
    String java() {
        return switch (presence) {
            case REQUIRED, DEFAULTED -> type.java();
            case EXPECTED, REQUIRED_NULLABLE, NULL_BY_DEFAULT, OPTIONAL -> nullableJava();
            case OMISSIBLE -> "Omissible<" + nullableJava() + ">";
        };
    }

    /** The type of the local variable or builder field that holds what was found so far. */
    String unset() {
        return presence == Presence.OMISSIBLE ? java() : nullableJava();
    }

    private String nullableJava() {
        return "@Nullable " + type.boxed();
    }

    Stream<String> imports(Packages packages) {
        Stream<String> own = switch (presence) {
            case REQUIRED, DEFAULTED -> Stream.of();
            case EXPECTED, REQUIRED_NULLABLE, NULL_BY_DEFAULT, OPTIONAL -> Stream.of(MapType.NULLABLE);
            case OMISSIBLE -> Stream.of(MapType.NULLABLE, packages.json() + ".Omissible");
        };
        return Stream.concat(own, type.imports());
    }

    boolean required() {
        return presence == Presence.REQUIRED;
    }

    boolean expected() {
        return presence == Presence.EXPECTED;
    }

    boolean alwaysWritten() {
        return required() || presence == Presence.DEFAULTED;
    }

    boolean writtenIfNull() {
        return presence == Presence.REQUIRED_NULLABLE || presence == Presence.NULL_BY_DEFAULT;
    }

    boolean omissible() {
        return presence == Presence.OMISSIBLE;
    }

    boolean leftOutIfNull() {
        return presence == Presence.OPTIONAL || expected();
    }

    /** Whether the builder can leave it out. */
    boolean mayBeLeftOut() {
        return !required() && !expected();
    }

    /** Whether a flag tells that a primitive, or a null, was read. */
    boolean needsFlag() {
        return (presence == Presence.REQUIRED_NULLABLE && !tolerant) || (required() && type.primitive());
    }

    /** Whether null tells that nothing was read. */
    boolean nullWhenMissing() {
        return required() && !type.primitive();
    }

    /** The local variable of the adapter; the reader's own name is taken. */
    String local() {
        return name.equals("reader") ? "reader_" : name;
    }

    String flag() {
        return "seen" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The declaration of the local variable. */
    String localDeclaration() {
        if (omissible()) {
            return java() + " " + local() + " = Omissible.absent();";
        }
        if (required() && type.primitive()) {
            return type.java() + " " + local() + " = " + (type == ScalarType.BOOLEAN ? "false" : "0") + ";";
        }
        return nullableJava() + " " + local() + " = null;";
    }

    /** The expression that reads the field. */
    String readExpression() {
        String value = type.read("reader");
        String orNull = tolerant
                ? type.readTolerantly("reader")
                : type.includesNull() ? value : "JsonInput.skipNull(reader) ? null : " + value;
        return switch (presence) {
            case REQUIRED -> value;
            case EXPECTED, DEFAULTED, REQUIRED_NULLABLE, NULL_BY_DEFAULT, OPTIONAL -> orNull;
            case OMISSIBLE -> "Omissible.of(" + orNull + ")";
        };
    }

    /** The argument of the constructor for what was read. */
    String found() {
        return orDefault(local());
    }

    private String orDefault(String variable) {
        return defaultValue == null ? variable : variable + " == null ? " + defaultValue + " : " + variable;
    }

    String accessor() {
        return "value." + name + "()";
    }

    String writeStatement() {
        return type.write("writer", accessor());
    }

    String writeOmissibleStatement() {
        return type.write("writer", accessor() + ".value()");
    }

    boolean nullWritesItself() {
        return type.includesNull();
    }

    /** The statement of the compact constructor that checks and copies; empty if there is nothing to do. */
    String guard() {
        return switch (presence) {
            case REQUIRED, DEFAULTED -> {
                if (type.primitive()) {
                    yield "";
                }
                yield type.mutable()
                        ? name + " = " + type.copy(name) + ";"
                        : "Objects.requireNonNull(" + name + ", \"" + name + "\");";
            }
            case EXPECTED, REQUIRED_NULLABLE, NULL_BY_DEFAULT, OPTIONAL -> {
                if (!type.mutable()) {
                    yield "";
                }
                yield type.includesNull()
                        ? name + " = " + type.copy(name) + ";"
                        : name + " = " + name + " == null ? null : " + type.copy(name) + ";";
            }
            case OMISSIBLE -> {
                String check = "Objects.requireNonNull(" + name + ", \"" + name + "\");";
                yield type.mutable() ? check + "\n        " + omissibleCopy() : check;
            }
        };
    }

    private String omissibleCopy() {
        return "if (" + name + ".value() != null) {\n            " + name + " = Omissible.of("
                + type.copy(name + ".value()") + ");\n        }";
    }

    /** How the component appears in the text form of a record with secrets. */
    String printed() {
        return WireNames.literal(name + "=") + " + " + (sensitive ? "\"\u2588\u2588\"" : name);
    }

    /** The argument that the builder passes on. */
    String built() {
        return required() ? "required(" + name + ", \"" + name + "\")" : orDefault(name);
    }
}
