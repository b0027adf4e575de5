package io.encord4j.codegen;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes Javadoc comments from the descriptions of the spec. Descriptions are plain text with Markdown's code marks,
 * paragraphs and simple lists; anything that Javadoc or HTML would read as markup is escaped.
 */
final class Javadoc {
    private static final int WIDTH = 110;

    private final String indent;
    private final List<String> lines = new ArrayList<>();

    private Javadoc(String indent) {
        this.indent = indent;
    }

    /** Starts a comment with an indentation and a description; without a description the fallback is used. */
    static Javadoc of(String indent, @Nullable String description, String fallback) {
        Javadoc javadoc = new Javadoc(indent);
        javadoc.description(description == null || description.isBlank() ? fallback : description);
        return javadoc;
    }

    /** Adds another paragraph to the description. */
    Javadoc paragraph(String text) {
        lines.add("");
        wrap("<p>" + inline(text), "");
        return this;
    }

    Javadoc param(String name, @Nullable String description, String fallback) {
        return tag("@param " + name + " ", description == null || description.isBlank() ? fallback : description);
    }

    Javadoc returns(String description) {
        return tag("@return ", description);
    }

    Javadoc throwsException(String type, String description) {
        return tag("@throws " + type + " ", description);
    }

    private Javadoc tag(String prefix, String description) {
        if (lines.stream().noneMatch(line -> line.startsWith("@"))) {
            lines.add("");
        }
        wrap(prefix + inline(String.join(" ", description.strip().split("\\s+"))), "    ");
        return this;
    }

    /** The whole comment, without a final line end. */
    @Override
    public String toString() {
        if (lines.size() == 1) {
            return indent + "/** " + lines.get(0) + " */";
        }
        StringBuilder comment = new StringBuilder(indent).append("/**\n");
        for (String line : lines) {
            comment.append(indent).append(line.isEmpty() ? " *" : " * " + line).append('\n');
        }
        return comment.append(indent).append(" */").toString();
    }

    private void description(String text) {
        boolean first = true;
        for (String paragraph : text.strip().split("\\R[ \\t]*\\R", -1)) {
            if (!first) {
                lines.add("");
            }
            blockOf(paragraph, first);
            first = false;
        }
    }

    private void blockOf(String paragraph, boolean first) {
        StringBuilder prose = new StringBuilder();
        List<String> items = new ArrayList<>();
        for (String line : paragraph.split("\\R", -1)) {
            String stripped = line.strip();
            if (stripped.startsWith("* ") || stripped.startsWith("- ")) {
                items.add(stripped.substring(2).strip());
            } else if (items.isEmpty()) {
                prose.append(prose.isEmpty() ? "" : " ").append(stripped);
            } else {
                items.set(items.size() - 1, items.get(items.size() - 1) + " " + stripped);
            }
        }
        if (!prose.isEmpty()) {
            wrap((first ? "" : "<p>") + inline(prose.toString()), "");
        }
        if (!items.isEmpty()) {
            lines.add("<ul>");
            items.forEach(item -> wrap("<li>" + inline(item), "    "));
            lines.add("</ul>");
        }
    }

    /** Escapes a run of text, and turns {@code `code`} into code. */
    static String inline(String text) {
        StringBuilder html = new StringBuilder();
        String[] parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean code = i % 2 == 1 && i < parts.length - 1;
            if (code && !parts[i].isBlank()) {
                html.append("<code>").append(escape(parts[i])).append("</code>");
            } else if (i % 2 == 1) {
                html.append('`').append(escape(parts[i])).append(code ? "`" : "");
            } else {
                html.append(escape(parts[i]));
            }
        }
        return html.toString();
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '@' -> escaped.append("&#64;");
                case '{' -> escaped.append("&#123;");
                case '}' -> escaped.append("&#125;");
                // A unicode escape works in comments too.
                case '\\' -> escaped.append("&#92;");
                case '/' -> escaped.append(i > 0 && text.charAt(i - 1) == '*' ? "&#47;" : "/");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private void wrap(String text, String hangingIndent) {
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() + indent.length() + 3 > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(hangingIndent).append(word);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        lines.add(line.toString());
    }
}
