package io.genga.media.verify;

/** A frame of the source with its neighbours, as far as {@link FrameOrder} looks. Not thread-safe. */
final class SourceWindow {

    private static final int HERE = FrameOrder.REACH;

    private final ReadAhead source;
    private final TimedThumbnail[] frames = new TimedThumbnail[2 * FrameOrder.REACH + 1];

    /** At the first frame. */
    SourceWindow(ReadAhead source) {
        this.source = source;
        for (int i = HERE; i < frames.length; i++) {
            frames[i] = source.next().orElse(null);
        }
    }

    /** Null behind the last frame. */
    TimedThumbnail current() {
        return frames[HERE];
    }

    /** From {@link FrameOrder#REACH} frames before to as many behind; null where there are none. */
    Thumbnail[] pictures() {
        Thumbnail[] pictures = new Thumbnail[frames.length];
        for (int i = 0; i < frames.length; i++) {
            pictures[i] = frames[i] == null ? null : frames[i].picture();
        }
        return pictures;
    }

    void advance() {
        System.arraycopy(frames, 1, frames, 0, frames.length - 1);
        frames[frames.length - 1] = source.next().orElse(null);
    }
}
