package io.genga.upscaling.inference;

/** One run of a network on tiles of one size. Several of them may be at work at the same time. */
interface TileRun {

    /** Tiles at once. */
    int count();

    /** Of each tile, in pixels of the source, as is the height. */
    int width();

    int height();

    /** @param memory of these tiles, whose input is to be filled */
    void read(TileTensors memory);

    /** @param memory of these tiles, whose output the network has filled */
    void write(TileTensors memory);

    default long pixels() {
        return (long) count() * width() * height();
    }
}
