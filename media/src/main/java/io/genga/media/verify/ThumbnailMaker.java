package io.genga.media.verify;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import io.genga.frames.PixelLayout;
import io.genga.frames.PixelLayout.Model;
import io.genga.media.ffmpeg.PixelFormats;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Makes thumbnails of decoded pictures as a player would show them. */
final class ThumbnailMaker {

    private static final int CENTRE_OF_CHROMA = 128;
    private static final int BLACK = 16;
    private static final float LUMA_STEPS = 219;
    private static final float CHROMA_STEPS = 224;
    private static final float STEPS = 255;

    private ThumbnailMaker() {}

    /**
     * @param picture stays the caller's
     * @throws IllegalArgumentException where the picture's samples do not lie in planes
     */
    static Thumbnail of(AVFrame picture) {
        String format = av_get_pix_fmt_name(picture.format()).getString();
        PixelLayout layout = PixelFormats.layoutOf(format)
                .orElseThrow(
                        () -> new IllegalArgumentException("pictures of the format " + format + " are not compared"));
        float[][] means = new float[layout.model().components()][];
        for (int plane = 0; plane < means.length; plane++) {
            means[PixelFormats.framePlane(layout, plane)] = means(picture, layout, plane);
        }
        boolean full = isFullRange(picture, format, layout);
        return layout.model() == Model.RGB
                ? ofRgb(means)
                : ofYuv(means, LumaWeights.of(picture.colorspace(), picture.width(), picture.height()), full);
    }

    private static boolean isFullRange(AVFrame picture, String format, PixelLayout layout) {
        return picture.color_range() == AVCOL_RANGE_UNSPECIFIED
                ? PixelFormats.impliesFullRange(format) || layout.model() != Model.YUV
                : picture.color_range() == AVCOL_RANGE_JPEG;
    }

    /** In steps of 8 bits, whatever the depth. */
    private static float[] means(AVFrame picture, PixelLayout layout, int plane) {
        int width = layout.planeWidth(plane, picture.width());
        int height = layout.planeHeight(plane, picture.height());
        int stride = picture.linesize(plane);
        ByteBuffer samples =
                picture.data(plane).capacity((long) stride * height).asByteBuffer();
        BlockAxis rows = BlockAxis.of(Thumbnail.ROWS, height);
        BlockAxis columns = BlockAxis.of(Thumbnail.COLUMNS, width);
        SampleRow row = new SampleRow(samples, stride, width, layout);
        float[] means = new float[Thumbnail.BLOCKS];
        for (int block = 0; block < Thumbnail.ROWS; block++) {
            for (int i = 0; i < rows.count(block); i++) {
                row.read(rows.index(block, i));
                row.addMeans(columns, rows.weight(block, i), means, block * Thumbnail.COLUMNS);
            }
        }
        return means;
    }

    private static Thumbnail ofRgb(float[][] means) {
        float[] luma = new float[Thumbnail.BLOCKS];
        float[] rgb = new float[3 * Thumbnail.BLOCKS];
        for (int i = 0; i < luma.length; i++) {
            for (int component = 0; component < 3; component++) {
                rgb[3 * i + component] = means[component][i];
            }
            luma[i] = LumaWeights.BT709.luma(means[0][i], means[1][i], means[2][i]);
        }
        return Thumbnail.of(luma, rgb);
    }

    private static Thumbnail ofYuv(float[][] means, LumaWeights weights, boolean full) {
        float[] luma = new float[Thumbnail.BLOCKS];
        float[] rgb = new float[3 * Thumbnail.BLOCKS];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = full ? means[0][i] : (means[0][i] - BLACK) * STEPS / LUMA_STEPS;
            float blue = means.length == 1 ? 0 : chroma(means[1][i], full);
            float red = means.length == 1 ? 0 : chroma(means[2][i], full);
            weights.toRgb(luma[i], blue, red, rgb, 3 * i);
        }
        return Thumbnail.of(luma, rgb);
    }

    /** From −127.5 to 127.5. */
    private static float chroma(float mean, boolean full) {
        return (mean - CENTRE_OF_CHROMA) * (full ? 1 : STEPS / CHROMA_STEPS);
    }
}
