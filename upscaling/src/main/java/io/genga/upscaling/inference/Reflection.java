package io.genga.upscaling.inference;

/** A picture continued beyond its edge by its mirror image, the pixel at the edge not repeated. */
final class Reflection {

    private Reflection() {}

    /**
     * @param index at least 0
     * @param length of the picture's side
     * @return the pixel inside of the picture that stands for the one at {@code index}
     */
    static int of(int index, int length) {
        if (length == 1) {
            return 0;
        }
        int period = 2 * (length - 1);
        int inPeriod = index % period;
        return Math.min(inPeriod, period - inPeriod);
    }
}
