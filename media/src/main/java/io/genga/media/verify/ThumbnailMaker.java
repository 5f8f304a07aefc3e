package io.genga.media.verify;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import io.genga.frames.PixelLayout;
import io.genga.frames.PixelLayout.Model;
import io.genga.media.ffmpeg.PixelFormats;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
        ByteBuffer samples = picture.data(plane)
                .capacity((long) stride * height)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
        Samples of = new Samples(samples, stride, layout.bytesPerSample());
        BlockAxis rows = BlockAxis.of(Thumbnail.ROWS, height);
        BlockAxis columns = BlockAxis.of(Thumbnail.COLUMNS, width);
        float unit = 1f / (1 << (layout.bitDepth() - Byte.SIZE));
        float[] means = new float[Thumbnail.BLOCKS];
        for (int block = 0; block < Thumbnail.BLOCKS; block++) {
            int row = block / Thumbnail.COLUMNS;
            int column = block % Thumbnail.COLUMNS;
            means[block] = unit * mean(of, rows, row, columns, column);
        }
        return means;
    }

    /** A plane in FFmpeg's memory. */
    private record Samples(ByteBuffer bytes, int stride, int bytesPerSample) {

        int at(int y, int x) {
            int index = y * stride + x * bytesPerSample;
            return bytesPerSample == 1 ? bytes.get(index) & 0xff : bytes.getShort(index) & 0xffff;
        }
    }

    private static float mean(Samples samples, BlockAxis rows, int row, BlockAxis columns, int column) {
        float sum = 0;
        for (int i = 0; i < rows.count(row); i++) {
            float sumOfRow = 0;
            for (int j = 0; j < columns.count(column); j++) {
                sumOfRow += columns.weight(column, j) * samples.at(rows.index(row, i), columns.index(column, j));
            }
            sum += rows.weight(row, i) * sumOfRow;
        }
        return sum;
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
