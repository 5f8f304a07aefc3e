package io.genga.media.verify;

/**
 * What is left of a picture when only the large is looked at. Pictures of any size, depth, matrix and range compare in it.
 *
 * @param luma means of {@link #ROWS} times {@link #COLUMNS} blocks, row by row, by the picture's own matrix, 0 to 255
 * @param rgb means of areas, row by row, R′, G′, B′ from 0 to 255, one after the other. An area is {@link #AREA} blocks wide and
 *     high: within it, it does not matter where chroma is sampled
 */
record Thumbnail(float[] luma, float[] rgb) {

    static final int COLUMNS = 64;
    static final int ROWS = 36;
    static final int BLOCKS = COLUMNS * ROWS;
    static final int AREA = 4;
    static final int AREAS = BLOCKS / (AREA * AREA);

    /** @param rgb of blocks */
    static Thumbnail of(float[] luma, float[] rgb) {
        float[] areas = new float[3 * AREAS];
        for (int block = 0; block < BLOCKS; block++) {
            int row = block / COLUMNS / AREA;
            int column = block % COLUMNS / AREA;
            int area = row * (COLUMNS / AREA) + column;
            for (int component = 0; component < 3; component++) {
                areas[3 * area + component] += rgb[3 * block + component] / (AREA * AREA);
            }
        }
        return new Thumbnail(luma, areas);
    }
}
