package io.genga.media.probe;

import java.util.Locale;

/** What a stream of a film is for. */
public enum StreamKind {
    /** The one that is remastered. */
    VIDEO,
    /** One that is copied. */
    OTHER_VIDEO,
    /** A still picture of the cover, which containers present as a video stream. */
    COVER_ART,
    AUDIO,
    SUBTITLE,
    ATTACHMENT,
    DATA,
    /** The titles of the chapters, which MP4 keeps in a text stream. Whoever writes the chapters writes it anew. */
    CHAPTER_TITLES;

    /** Whether its packets go into the film as they are, one by one. */
    public boolean isCopiedAsPackets() {
        return switch (this) {
            case OTHER_VIDEO, AUDIO, SUBTITLE, DATA -> true;
            case VIDEO, COVER_ART, ATTACHMENT, CHAPTER_TITLES -> false;
        };
    }

    /** As it stands in a sentence. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
