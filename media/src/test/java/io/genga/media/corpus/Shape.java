package io.genga.media.corpus;

import static io.genga.media.corpus.SourceContainer.MATROSKA;
import static io.genga.media.corpus.SourceContainer.MOV;
import static io.genga.media.corpus.SourceContainer.MP4;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Size, aspect and direction of a picture. */
enum Shape {
    PLAIN("plain", EnumSet.allOf(SourceContainer.class)),
    ODD("odd", EnumSet.allOf(SourceContainer.class)),
    ANAMORPHIC("SAR 8:9", EnumSet.allOf(SourceContainer.class)),
    TURNED("turned by 90", EnumSet.of(MATROSKA, MP4, MOV), "-display_rotation", "90", "-noautorotate"),
    UPSIDE_DOWN("turned by 180", EnumSet.of(MATROSKA, MP4, MOV), "-display_rotation", "180", "-noautorotate");

    private final String label;
    private final Set<SourceContainer> containers;
    private final List<String> opening;

    Shape(String label, Set<SourceContainer> containers, String... opening) {
        this.label = label;
        this.containers = containers;
        this.opening = List.of(opening);
    }

    boolean isPossible(Coding coding, SourceContainer container) {
        return containers.contains(container) && (this != ODD || coding.mayHaveOddSize());
    }

    /** Arguments for the picture's input. */
    String[] opening() {
        return opening.toArray(String[]::new);
    }

    int width(Coding coding) {
        return (coding.needsLargePictures() ? 256 : 96) - (this == ODD ? 1 : 0);
    }

    int height(Coding coding) {
        return (coding.needsLargePictures() ? 120 : 64) - (this == ODD ? 1 : 0);
    }

    @Override
    public String toString() {
        return label;
    }
}
