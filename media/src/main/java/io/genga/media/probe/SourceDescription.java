package io.genga.media.probe;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.HdrMetadata;
import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.plan.Rational;
import io.genga.frames.PixelLayout;
import io.genga.media.ffmpeg.PixelFormats;
import java.util.List;

/**
 * A source that can be remastered, as its headers describe it.
 *
 * @param container FFmpeg's short name of the demuxer: {@code mov}, {@code matroska}, {@code mpegts}, {@code mpeg} or {@code avi}
 * @param codec FFmpeg's name of the video codec
 * @param videoStream index of the stream that is remastered
 * @param width of the decoded picture in pixels
 * @param height of the decoded picture in pixels
 * @param pixelFormat FFmpeg's name, for example {@code yuv420p}
 * @param timeBase of the video stream's time stamps, in seconds
 * @param sampleAspectRatio 0/1 where the source does not say
 * @param colour as tagged, nothing resolved
 * @param hdr null where there is none
 * @param seconds the container's duration; 0 where it does not say
 * @param streams all of them, in the container's order
 * @param hdr10Plus whether its pictures have HDR10+, which the film will not have
 */
public record SourceDescription(
        String container,
        String codec,
        int videoStream,
        int width,
        int height,
        String pixelFormat,
        Rational timeBase,
        Rational sampleAspectRatio,
        ColourTags colour,
        HdrMetadata hdr,
        double seconds,
        List<StreamDescription> streams,
        boolean hdr10Plus) {

    public SourceDescription {
        streams = List.copyOf(streams);
    }

    /** Of the decoded pictures. */
    public PictureSize size() {
        return new PictureSize(width, height);
    }

    /** How its pictures are laid out. */
    public PixelLayout layout() {
        return PixelFormats.layoutOf(pixelFormat).orElseThrow();
    }
}
