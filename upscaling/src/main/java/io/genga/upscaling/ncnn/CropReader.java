package io.genga.upscaling.ncnn;

import java.util.Arrays;
import java.util.Set;

/** Crops that take the same number of pixels off every edge. */
final class CropReader {

    /** Rows and columns, counted from the last axis or, planes being the first one, from the front. */
    private static final float[][] ROWS_AND_COLUMNS = {{-2, -1}, {1, 2}};

    private CropReader() {}

    static Operation read(LayerLine layer) {
        int pixels = layer.inputs().size() == 2 ? beside(layer) : between(layer);
        if (pixels < 1) {
            throw layer.refusal("takes " + pixels + " pixels off: at least one must be");
        }
        return new Operation.Crop(pixels);
    }

    /** As large as the second input; that the rest lies at the other edges is left to {@link OperationGeometry}. */
    private static int beside(LayerLine layer) {
        layer.requireCounts(2, 1);
        LayerParameters parameters = layer.parameters();
        parameters.requireOnly(layer, Set.of(0, 1));
        int left = parameters.integer(0, 0);
        int top = parameters.integer(1, 0);
        if (left != top) {
            throw layer.refusal("takes " + left + " pixels off the left and " + top
                    + " off the top: only equal borders can be converted");
        }
        return left;
    }

    private static int between(LayerLine layer) {
        layer.requireCounts(1, 1);
        LayerParameters parameters = layer.parameters();
        parameters.requireOnly(layer, Set.of(9, 10, 11));
        float[] starts = parameters.decimals(9);
        float[] ends = parameters.decimals(10);
        float[] axes = parameters.decimals(11);
        boolean square = Arrays.stream(ROWS_AND_COLUMNS).anyMatch(known -> Arrays.equals(known, axes));
        int pixels = starts.length == 0 ? 0 : (int) starts[0];
        if (!square
                || !Arrays.equals(starts, new float[] {pixels, pixels})
                || !Arrays.equals(ends, new float[] {-pixels, -pixels})) {
            throw layer.refusal("takes the part from " + Arrays.toString(starts) + " to " + Arrays.toString(ends)
                    + " of axes " + Arrays.toString(axes) + ": only equal borders can be taken off rows and columns");
        }
        return pixels;
    }
}
