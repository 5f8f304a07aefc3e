package io.genga.media.verify;

/**
 * What is left of a picture when only the large is looked at. Pictures of any size, depth, matrix and range compare in it.
 *
 * @param luma means of {@link #ROWS} times {@link #COLUMNS} blocks, row by row, by the picture's own matrix, 0 to 255
 * @param areas parts of the picture, row by row, each {@link #AREA} blocks wide and high
 */
record Thumbnail(float[] luma, Area[] areas) {

    static final int COLUMNS = 64;
    static final int ROWS = 36;
    static final int BLOCKS = COLUMNS * ROWS;

    private static final int AREA = 4;
    private static final int AREAS_A_ROW = COLUMNS / AREA;
    private static final int AREAS = BLOCKS / (AREA * AREA);

    /** @param rgb R′, G′, B′ of the blocks, one after the other, 0 to 255 */
    static Thumbnail of(float[] luma, float[] rgb) {
        Area[] areas = new Area[AREAS];
        for (int area = 0; area < AREAS; area++) {
            areas[area] = Area.of(rgb, area / AREAS_A_ROW * AREA, area % AREAS_A_ROW * AREA);
        }
        return new Thumbnail(luma, areas);
    }

    /**
     * A part of the picture.
     *
     * @param rgb mean R′, G′, B′, 0 to 255
     * @param flat whether it has about one colour. At borders of strong colours, what subsampled chroma smears cannot always be shown,
     *     and is cut off when the picture becomes R′, G′, B′
     */
    record Area(double[] rgb, boolean flat) {

        private static final int COMPONENTS = 3;

        /** Between the blocks of one colour, in steps of 8 bits. */
        private static final float MOST_DIFFERENCE = 24;

        private static Area of(float[] rgb, int top, int left) {
            double[] sums = new double[COMPONENTS];
            boolean flat = true;
            for (int component = 0; component < COMPONENTS; component++) {
                float least = Float.MAX_VALUE;
                float most = -Float.MAX_VALUE;
                for (int i = 0; i < AREA * AREA; i++) {
                    int block = (top + i / AREA) * COLUMNS + left + i % AREA;
                    float value = rgb[COMPONENTS * block + component];
                    sums[component] += value / (AREA * AREA);
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
                flat &= most - least <= MOST_DIFFERENCE;
            }
            return new Area(sums, flat);
        }
    }
}
