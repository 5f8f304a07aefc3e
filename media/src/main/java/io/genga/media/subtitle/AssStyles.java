package io.genga.media.subtitle;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The styles that a script of ASS names in its header, as far as they emphasise. */
final class AssStyles {

    private static final String FORMAT = "format:";
    private static final String STYLE = "style:";

    private final Map<String, Set<Emphasis>> styles = new HashMap<>();

    private AssStyles() {}

    /** @param header from {@code [Script Info]} to {@code [Events]}; may be empty */
    static AssStyles of(String header) {
        AssStyles found = new AssStyles();
        List<String> columns = List.of();
        for (String line : header.split("\\R", -1)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith(STYLE)) {
                found.add(columns, fields(line.substring(STYLE.length())));
            } else if (lower.startsWith("[events]")) {
                break;
            } else if (lower.startsWith(FORMAT)) {
                columns = fields(lower.substring(FORMAT.length()));
            }
        }
        return found;
    }

    /** Nothing, for a style that the header lacks. */
    Set<Emphasis> emphasisOf(String style) {
        return styles.getOrDefault(style, Set.of());
    }

    private void add(List<String> columns, List<String> values) {
        int name = columns.indexOf("name");
        if (name < 0 || name >= values.size()) {
            return;
        }
        Set<Emphasis> emphasis = EnumSet.noneOf(Emphasis.class);
        addWhereSet(emphasis, Emphasis.BOLD, columns.indexOf("bold"), values);
        addWhereSet(emphasis, Emphasis.ITALIC, columns.indexOf("italic"), values);
        addWhereSet(emphasis, Emphasis.UNDERLINED, columns.indexOf("underline"), values);
        styles.put(values.get(name), emphasis);
    }

    private static void addWhereSet(Set<Emphasis> emphasis, Emphasis kind, int column, List<String> values) {
        if (column >= 0 && column < values.size() && !values.get(column).equals("0")) {
            emphasis.add(kind);
        }
    }

    private static List<String> fields(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }
}
