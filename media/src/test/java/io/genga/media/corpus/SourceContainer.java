package io.genga.media.corpus;

import java.util.List;

/** A container in which films come. */
enum SourceContainer {
    MATROSKA("Matroska", "mkv"),
    MP4("MP4", "mp4"),
    FRAGMENTED_MP4("MP4 in fragments", "mp4", "-movflags", "frag_keyframe+delay_moov+default_base_moof"),
    MOV("MOV", "mov"),
    TRANSPORT_STREAM("MPEG-TS", "ts"),
    DISC_STREAM("MPEG-TS of discs", "m2ts"),
    PROGRAM_STREAM("MPEG-PS", "mpg"),
    AVI("AVI", "avi"),
    WEBM("WebM", "webm");

    private final String label;
    private final String extension;
    private final List<String> muxing;

    SourceContainer(String label, String extension, String... muxing) {
        this.label = label;
        this.extension = extension;
        this.muxing = List.of(muxing);
    }

    String extension() {
        return extension;
    }

    String[] muxing() {
        return muxing.toArray(String[]::new);
    }

    @Override
    public String toString() {
        return label;
    }
}
