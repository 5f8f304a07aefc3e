package io.genga.media.verify;

import io.genga.frames.PixelLayout.Model;

/**
 * What is left of a picture when only the large is looked at. Pictures of any size, depth, matrix and range compare in it.
 */
final class Thumbnail {

    static final int COLUMNS = 64;
    static final int ROWS = 36;
    static final int BLOCKS = COLUMNS * ROWS;

    private static final int COMPONENTS = 3;

    /** Along each side of an area. */
    private static final int BLOCKS_OF_AN_AREA = 4;

    private static final int AREAS_A_ROW = COLUMNS / BLOCKS_OF_AN_AREA;
    private static final int AREAS = BLOCKS / (BLOCKS_OF_AN_AREA * BLOCKS_OF_AN_AREA);

    private final float[] luma;
    private final Sketch sketch;

    private Thumbnail(float[] luma, Sketch sketch) {
        this.luma = luma;
        this.sketch = sketch;
    }

    /**
     * Whether {@link #areas} tell of colours: in pictures with less than a sample for each block there is nothing but the neighbourhood of
     * lines, which networks change.
     */
    static boolean tellsColoursOf(PictureShape shape) {
        return shape.width() >= COLUMNS && shape.height() >= ROWS;
    }

    static Thumbnail of(Sketch sketch) {
        return new Thumbnail(sketch.meaning().model() == Model.RGB ? lumaOfRgb(sketch) : lumaOfFirst(sketch), sketch);
    }

    private static float[] lumaOfFirst(Sketch sketch) {
        float[] luma = sketch.means(0);
        for (int i = 0; i < luma.length; i++) {
            luma[i] = sketch.meaning().luma(luma[i]);
        }
        return luma;
    }

    private static float[] lumaOfRgb(Sketch sketch) {
        float[] rgb = rgb(sketch);
        float[] luma = new float[BLOCKS];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = sketch.meaning()
                    .weights()
                    .luma(rgb[COMPONENTS * i], rgb[COMPONENTS * i + 1], rgb[COMPONENTS * i + 2]);
        }
        return luma;
    }

    /** R′, G′, B′ of the blocks, one after the other, 0 to 255 where they can be shown. */
    private static float[] rgb(Sketch sketch) {
        float[][] means = new float[sketch.samples().length][];
        for (int component = 0; component < means.length; component++) {
            means[component] = sketch.means(component);
        }
        float[] rgb = new float[COMPONENTS * BLOCKS];
        float[] block = new float[COMPONENTS];
        for (int i = 0; i < BLOCKS; i++) {
            for (int component = 0; component < means.length; component++) {
                block[component] = means[component][i];
            }
            sketch.meaning().toRgb(block, rgb, COMPONENTS * i);
        }
        return rgb;
    }

    /** Means of {@link #ROWS} times {@link #COLUMNS} blocks, row by row, by the picture's own matrix, 0 to 255. */
    float[] luma() {
        return luma;
    }

    /** Parts of the picture, row by row, made anew at each call: only of some frames are they looked at. */
    Area[] areas() {
        float[] rgb = rgb(sketch);
        Area[] areas = new Area[AREAS];
        for (int area = 0; area < AREAS; area++) {
            areas[area] = Area.of(rgb, area / AREAS_A_ROW * BLOCKS_OF_AN_AREA, area % AREAS_A_ROW * BLOCKS_OF_AN_AREA);
        }
        return areas;
    }

    /**
     * A part of the picture.
     *
     * @param rgb mean R′, G′, B′, 0 to 255
     * @param flat whether it has about one colour, and one that can be shown. At borders of strong colours, what subsampled chroma smears
     *     cannot always be shown, and is cut off when the picture becomes R′, G′, B′
     */
    record Area(double[] rgb, boolean flat) {

        /** Between the blocks of one colour, in steps of 8 bits. */
        private static final float MOST_DIFFERENCE = 24;

        /** Beyond black and white, in steps of 8 bits: rounding and encoders may go so far. */
        private static final float MARGIN = 3;

        private static final float WHITE = 255;

        private static Area of(float[] rgb, int top, int left) {
            double[] sums = new double[COMPONENTS];
            boolean flat = true;
            for (int component = 0; component < COMPONENTS; component++) {
                float least = Float.MAX_VALUE;
                float most = -Float.MAX_VALUE;
                for (int i = 0; i < BLOCKS_OF_AN_AREA * BLOCKS_OF_AN_AREA; i++) {
                    int block = (top + i / BLOCKS_OF_AN_AREA) * COLUMNS + left + i % BLOCKS_OF_AN_AREA;
                    float value = rgb[COMPONENTS * block + component];
                    sums[component] += value / (BLOCKS_OF_AN_AREA * BLOCKS_OF_AN_AREA);
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
                flat &= most - least <= MOST_DIFFERENCE && least >= -MARGIN && most <= WHITE + MARGIN;
            }
            return new Area(sums, flat);
        }
    }
}
