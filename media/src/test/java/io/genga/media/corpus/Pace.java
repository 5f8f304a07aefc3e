package io.genga.media.corpus;

/** How fast pictures follow each other. */
enum Pace {
    FILM("24", "24"),
    NTSC("23.976", "24000/1001"),
    PAL("25", "25"),
    /** Each picture is shown a little longer than the one before it. */
    VARIABLE("variable", "24");

    private final String label;
    private final String framesPerSecond;

    Pace(String label, String framesPerSecond) {
        this.label = label;
        this.framesPerSecond = framesPerSecond;
    }

    String framesPerSecond() {
        return framesPerSecond;
    }

    boolean isPossible(Coding coding, SourceContainer container) {
        return this != VARIABLE || coding.mayVaryInRate() && container != SourceContainer.AVI;
    }

    @Override
    public String toString() {
        return label;
    }
}
