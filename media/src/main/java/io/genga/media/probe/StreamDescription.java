package io.genga.media.probe;

/**
 * One stream of a film.
 *
 * @param index in the container, from 0
 * @param codec FFmpeg's name, for example {@code aac}; the container's four letters where FFmpeg has none, as {@code tmcd}
 * @param language as tagged, for example {@code jpn}; empty where it is not
 */
public record StreamDescription(int index, StreamKind kind, String codec, String language) {

    /** The same in another format. */
    public StreamDescription withCodec(String other) {
        return new StreamDescription(index, kind, other, language);
    }

    /** For example {@code #2 subtitle (ass, jpn)}. */
    public String label() {
        return "#" + index + " " + kind.label() + " (" + codec + (language.isEmpty() ? "" : ", " + language) + ")";
    }
}
