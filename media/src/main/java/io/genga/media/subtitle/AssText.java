package io.genga.media.subtitle;

import io.genga.media.subtitle.StyledText.Run;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The text of an event of ASS: {@code {\…}} changes the looks of what follows, {@code \N} begins a line (the format's specification,
 * appendix A).
 */
final class AssText {

    /** As FFmpeg's decoders escape an opening brace that is text. */
    private static final String BRACE = "\\{{}";

    private final String text;
    private final Set<Emphasis> ofStyle;
    private final boolean script;
    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder letters = new StringBuilder();
    private EnumSet<Emphasis> emphasis;
    private boolean drawing;

    private AssText(String text, Set<Emphasis> ofStyle, boolean script) {
        this.text = text;
        this.ofStyle = ofStyle;
        this.script = script;
        this.emphasis = copy(ofStyle);
    }

    /**
     * @param ofStyle the emphasis of the event's style
     * @param script whether the stream is written in ASS, where braces hold comments, too, and a backslash more escapes; where FFmpeg
     *     made the event from another format, such letters are text
     */
    static StyledText parse(String text, Set<Emphasis> ofStyle, boolean script) {
        return new AssText(text, ofStyle, script).parse();
    }

    private StyledText parse() {
        int at = 0;
        while (at < text.length()) {
            int block = blockEnd(at);
            if (block > at) {
                override(text.substring(at + 1, block));
                at = block + 1;
            } else {
                at += letter(at);
            }
        }
        endRun();
        return new StyledText(runs);
    }

    /** Where the braces that open at {@code at} close; {@code at} itself where none do. */
    private int blockEnd(int at) {
        boolean opens = text.startsWith(script ? "{" : "{\\", at);
        return opens ? Math.max(at, text.indexOf('}', at)) : at;
    }

    /** Takes one letter, or an escape for one. @return how long it is */
    private int letter(int at) {
        if (text.startsWith(BRACE, at)) {
            letters.append('{');
            return BRACE.length();
        }
        Optional<Character> escaped =
                at + 1 < text.length() && text.charAt(at) == '\\' ? escape(text.charAt(at + 1)) : Optional.empty();
        if (!drawing) {
            letters.append((char) escaped.orElse(text.charAt(at)));
        }
        return escaped.isPresent() ? 2 : 1;
    }

    private Optional<Character> escape(char letter) {
        return switch (letter) {
            case 'N' -> Optional.of('\n');
            case 'n' -> script ? Optional.of(' ') : Optional.empty();
            case 'h' -> script ? Optional.of('\u00a0') : Optional.empty();
            case '{', '}' -> Optional.of(letter);
            default -> Optional.empty();
        };
    }

    private void override(String block) {
        for (String tag : block.split("\\\\", -1)) {
            if (tag.matches("[biu]-?\\d+.*")) {
                emphasise(Emphasis.ofLetter(tag.charAt(0)).orElseThrow(), isOn(tag.substring(1)));
            } else if (tag.matches("[biu]\\s*")) {
                Emphasis named = Emphasis.ofLetter(tag.charAt(0)).orElseThrow();
                emphasise(named, ofStyle.contains(named));
            } else if (tag.matches("p\\d+.*")) {
                drawing = isOn(tag.substring(1));
            } else if (tag.startsWith("r")) {
                endRun();
                emphasis = copy(ofStyle);
            }
        }
    }

    private static boolean isOn(String value) {
        return !value.matches("0+\\D*");
    }

    private void emphasise(Emphasis kind, boolean on) {
        if (on != emphasis.contains(kind)) {
            endRun();
            if (on) {
                emphasis.add(kind);
            } else {
                emphasis.remove(kind);
            }
        }
    }

    private void endRun() {
        runs.add(new Run(letters.toString(), emphasis));
        letters.setLength(0);
    }

    private static EnumSet<Emphasis> copy(Set<Emphasis> emphasis) {
        EnumSet<Emphasis> copy = EnumSet.noneOf(Emphasis.class);
        copy.addAll(emphasis);
        return copy;
    }

    /** The text of an event that looks like {@code styled} in a style without emphasis. */
    static String write(StyledText styled) {
        StringBuilder written = new StringBuilder();
        for (Run run : styled.runs()) {
            run.emphasis().stream().sorted().forEach(kind -> tag(written, kind, 1));
            written.append(run.text().replace("\n", "\\N"));
            run.emphasis().stream().sorted((a, b) -> b.compareTo(a)).forEach(kind -> tag(written, kind, 0));
        }
        return written.toString();
    }

    private static void tag(StringBuilder written, Emphasis kind, int on) {
        written.append("{\\").append(kind.letter()).append(on).append('}');
    }
}
