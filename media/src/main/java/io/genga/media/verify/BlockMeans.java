package io.genga.media.verify;

import io.genga.frames.PixelLayout;
import io.genga.media.ffmpeg.PixelFormats;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Divides pictures into blocks, and says of each its mean. Not thread-safe. */
final class BlockMeans {

    private final int columns;
    private final int rows;
    private final int mostSamples;
    private final Map<Integer, BlockAxis> axesOfColumns = new HashMap<>();
    private final Map<Integer, BlockAxis> axesOfRows = new HashMap<>();

    /** @param mostSamples of a block that count, along each side; in larger blocks they lie apart */
    BlockMeans(int columns, int rows, int mostSamples) {
        this.columns = columns;
        this.rows = rows;
        this.mostSamples = mostSamples;
    }

    /**
     * @param picture stays the caller's
     * @return by component, in the order of {@link PixelLayout.Model#components()}: the means row by row, in steps of 8 bits
     */
    float[][] of(AVFrame picture, PixelLayout layout) {
        float[][] means = new float[layout.model().components()][];
        for (int plane = 0; plane < means.length; plane++) {
            means[PixelFormats.framePlane(layout, plane)] = ofPlane(picture, layout, plane);
        }
        return means;
    }

    private float[] ofPlane(AVFrame picture, PixelLayout layout, int plane) {
        int width = layout.planeWidth(plane, picture.width());
        int height = layout.planeHeight(plane, picture.height());
        int stride = picture.linesize(plane);
        ByteBuffer samples =
                picture.data(plane).capacity((long) stride * height).asByteBuffer();
        BlockAxis down = axesOfRows.computeIfAbsent(height, length -> BlockAxis.of(rows, length, mostSamples));
        BlockAxis across = axesOfColumns.computeIfAbsent(width, length -> BlockAxis.of(columns, length, mostSamples));
        SampleRow row = new SampleRow(samples, stride, width, layout);
        float[] means = new float[columns * rows];
        for (int block = 0; block < rows; block++) {
            for (int i = 0; i < down.count(block); i++) {
                row.read(down.index(block, i));
                row.addMeans(across, down.weight(block, i), means, block * columns);
            }
        }
        return means;
    }
}
