package io.genga.media.verify;

/**
 * What is left of a picture when only the large is looked at: the means of {@link #ROWS} times {@link #COLUMNS} blocks, row by
 * row, as R′, G′, B′ from 0 to 255, and their luma. Pictures of any size, depth, matrix and range compare in it.
 *
 * @param luma by the picture's own matrix, 0 to 255
 * @param rgb three values a block, one after the other
 */
record Thumbnail(float[] luma, float[] rgb) {

    static final int COLUMNS = 64;
    static final int ROWS = 36;
    static final int BLOCKS = COLUMNS * ROWS;
}
