package io.genga.upscaling.reuse;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import java.util.Arrays;

/**
 * Compares a frame, tile by tile, with the pixels from which the kept results were computed: not with the frame before, so that small
 * changes cannot add up unseen. Not safe for use by several threads.
 */
public final class ChangeDetection {

    /** Both sides in pixels: the codecs' blocks of coefficients. */
    private static final int BLOCK = 8;

    private final TileGrid grid;
    private final PixelRows current;
    private final PixelRows kept;
    private final double scale;
    private final int blocks;
    private final long[] differences;
    private final double[] squares;
    private final long[][] shifts;

    /** @param format of all frames: RGB */
    public ChangeDetection(FrameFormat format, int side) {
        if (side % BLOCK != 0) {
            throw new IllegalArgumentException("tiles of " + side + " pixels do not consist of blocks of " + BLOCK);
        }
        this.grid = new TileGrid(format.width(), format.height(), side);
        this.current = new PixelRows(format);
        this.kept = new PixelRows(format);
        this.scale = format.layout().maxValue() / 255.0;
        this.blocks = (format.width() + BLOCK - 1) / BLOCK;
        this.differences = new long[blocks];
        this.squares = new double[blocks];
        this.shifts = new long[PixelRows.CHANNELS][blocks];
    }

    /** @param keptSource each tile of it from the frame of which its result was computed */
    public ChangeMap compare(Frame frame, Frame keptSource, Tolerance tolerance) {
        ChangeMap changes = new ChangeMap(grid);
        for (int top = 0; top < grid.height(); top += BLOCK) {
            int rows = Math.min(BLOCK, grid.height() - top);
            addUp(frame, keptSource, top, rows);
            mark(changes, top, rows, tolerance);
        }
        return changes;
    }

    private void addUp(Frame frame, Frame keptSource, int top, int rows) {
        Arrays.fill(differences, 0);
        Arrays.fill(squares, 0);
        for (long[] shift : shifts) {
            Arrays.fill(shift, 0);
        }
        for (int y = top; y < top + rows; y++) {
            current.load(frame, y);
            kept.load(keptSource, y);
            for (int block = 0; block < blocks; block++) {
                addRow(block);
            }
        }
    }

    private void addRow(int block) {
        int from = block * BLOCK;
        int to = Math.min(grid.width(), from + BLOCK);
        int[] red = current.channel(0);
        int[] green = current.channel(1);
        int[] blue = current.channel(2);
        int[] keptRed = kept.channel(0);
        int[] keptGreen = kept.channel(1);
        int[] keptBlue = kept.channel(2);
        int difference = 0;
        int redShift = 0;
        int greenShift = 0;
        int blueShift = 0;
        float square = 0;
        for (int x = from; x < to; x++) {
            int r = red[x] - keptRed[x];
            int g = green[x] - keptGreen[x];
            int b = blue[x] - keptBlue[x];
            difference += Math.max(Math.abs(r), Math.max(Math.abs(g), Math.abs(b)));
            redShift += r;
            greenShift += g;
            blueShift += b;
            square += (float) r * r + (float) g * g + (float) b * b;
        }
        differences[block] += difference;
        squares[block] += square;
        shifts[0][block] += redShift;
        shifts[1][block] += greenShift;
        shifts[2][block] += blueShift;
    }

    private void mark(ChangeMap changes, int top, int rows, Tolerance tolerance) {
        for (int block = 0; block < blocks; block++) {
            int columns = Math.min(BLOCK, grid.width() - block * BLOCK);
            double pixels = scale * rows * columns;
            int column = block * BLOCK / grid.side();
            int row = top / grid.side();
            changes.addSquares(column, row, squares[block] / (scale * scale * PixelRows.CHANNELS));
            if (differences[block] > tolerance.blockDifference() * pixels
                    || largestShift(block) > tolerance.blockShift() * pixels) {
                changes.mark(column, row);
            }
        }
    }

    private long largestShift(int block) {
        long largest = 0;
        for (long[] shift : shifts) {
            largest = Math.max(largest, Math.abs(shift[block]));
        }
        return largest;
    }
}
