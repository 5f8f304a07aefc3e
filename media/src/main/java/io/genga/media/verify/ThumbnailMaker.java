package io.genga.media.verify;

import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import io.genga.frames.PixelLayout;
import io.genga.media.ffmpeg.PixelFormats;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Makes thumbnails of the decoded pictures of one film, as a player would show them. Not thread-safe. */
final class ThumbnailMaker {

    /** Along each side of a block: enough for a mean. */
    private static final int MOST_SAMPLES = 8;

    private static final int COMPONENTS = 3;

    private final BlockMeans blocks = new BlockMeans(Thumbnail.COLUMNS, Thumbnail.ROWS, MOST_SAMPLES);
    private final SketchMaker sketches;

    /** @param shape of the pictures */
    ThumbnailMaker(PictureShape shape) {
        this.sketches = new SketchMaker(shape);
    }

    /**
     * @param picture stays the caller's
     * @param nanoseconds at which it is shown
     * @throws IllegalArgumentException where the picture's samples do not lie in planes
     */
    TimedThumbnail of(AVFrame picture, long nanoseconds) {
        String format = av_get_pix_fmt_name(picture.format()).getString();
        PixelLayout layout = PixelFormats.layoutOf(format)
                .orElseThrow(
                        () -> new IllegalArgumentException("pictures of the format " + format + " are not compared"));
        SampleMeaning meaning = SampleMeaning.of(picture, format, layout.model());
        return new TimedThumbnail(
                thumbnail(blocks.of(picture, layout), meaning), sketches.of(picture, layout, meaning), nanoseconds);
    }

    private static Thumbnail thumbnail(float[][] means, SampleMeaning meaning) {
        float[] luma = new float[Thumbnail.BLOCKS];
        float[] rgb = new float[COMPONENTS * Thumbnail.BLOCKS];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = meaning.toRgb(means, i, rgb, COMPONENTS * i);
        }
        return Thumbnail.of(luma, rgb);
    }
}
