package io.genga.standalone.inspect;

/** Why of a frame so much is computed. */
public enum FrameKind {
    /** Nothing has changed: the drawing before is held. */
    HELD,
    /** A part of the picture has changed. */
    PART,
    /** The picture has changed all over. */
    WHOLE,
    /** Everything is computed where a chunk begins, since chunks know nothing of one another. */
    CHUNK_START
}
