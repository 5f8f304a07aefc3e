package io.genga.media.verify;

import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_FORCED;

import io.genga.media.ffmpeg.Dictionaries;
import io.genga.media.ffmpeg.DisplayRotation;
import io.genga.media.probe.StreamDescription;
import io.genga.media.probe.StreamKind;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * How a stream presents itself to a player.
 *
 * @param codec empty for the picture, which is encoded anew
 * @param language empty where it is not known
 * @param title empty where there is none
 * @param choice which of the flags "default" and "forced" it has, in FFmpeg's bits
 * @param rotation in degrees, by which players turn it
 */
record StreamLabel(StreamKind kind, String codec, String language, String title, int choice, int rotation) {

    private static final String UNDETERMINED = "und";
    private static final int ASKEW = -1;

    static StreamLabel of(StreamDescription description, AVStream stream) {
        return new StreamLabel(
                description.kind(),
                description.kind() == StreamKind.VIDEO ? "" : description.codec(),
                description.language().equals(UNDETERMINED) ? "" : description.language(),
                Dictionaries.toMap(stream.metadata()).getOrDefault("title", ""),
                stream.disposition() & (AV_DISPOSITION_DEFAULT | AV_DISPOSITION_FORCED),
                DisplayRotation.of(stream.codecpar()).orElse(ASKEW));
    }

    /**
     * MP4 has no titles of streams, no choice but one stream of a kind that is enabled, and one code for all layers of MPEG audio, which say
     * in each packet what they are.
     */
    StreamLabel asMp4CanSayIt() {
        String coded = codec.equals("mp2") ? "mp3" : codec;
        return new StreamLabel(kind, coded, language, "", 0, rotation);
    }
}
