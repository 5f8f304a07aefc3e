package io.genga.media.subtitle;

import java.util.Arrays;
import java.util.Optional;

/** How letters stand out, as far as every format of text subtitles can say it. */
public enum Emphasis {
    BOLD('b'),
    ITALIC('i'),
    UNDERLINED('u');

    private final char letter;

    Emphasis(char letter) {
        this.letter = letter;
    }

    /** Of ASS's override tag, as {@code \i}. */
    char letter() {
        return letter;
    }

    static Optional<Emphasis> ofLetter(char letter) {
        return Arrays.stream(values())
                .filter(emphasis -> emphasis.letter == letter)
                .findFirst();
    }
}
