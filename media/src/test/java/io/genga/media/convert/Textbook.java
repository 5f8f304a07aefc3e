package io.genga.media.convert;

/**
 * Y′CbCr of 8 bits by the equations of ITU-R BT.601-7 and BT.709-6 (section 3) in limited range, and by ITU-T T.871 in full
 * range.
 *
 * @param kr luma's share of red
 * @param kb luma's share of blue
 * @param black luma of black
 * @param lumaSteps from black to white
 * @param chromaSteps from the lowest to the highest colour difference
 */
record Textbook(double kr, double kb, double black, double lumaSteps, double chromaSteps) {

    private static final double CHROMA_ZERO = 128;
    private static final double RGB_STEPS = 255;

    static Textbook of(String matrix, String range) {
        boolean bt709 = matrix.equals("bt709");
        double kr = bt709 ? 0.2126 : 0.299;
        double kb = bt709 ? 0.0722 : 0.114;
        return range.equals("tv") ? new Textbook(kr, kb, 16, 219, 224) : new Textbook(kr, kb, 0, 255, 255);
    }

    double[] toRgb(double y, double cb, double cr) {
        double luma = (y - black) / lumaSteps;
        double red = luma + 2 * (1 - kr) * (cr - CHROMA_ZERO) / chromaSteps;
        double blue = luma + 2 * (1 - kb) * (cb - CHROMA_ZERO) / chromaSteps;
        double green = (luma - kr * red - kb * blue) / (1 - kr - kb);
        return new double[] {clipped(red), clipped(green), clipped(blue)};
    }

    double[] toYuv(int[] rgb) {
        double luma = (kr * rgb[0] + (1 - kr - kb) * rgb[1] + kb * rgb[2]) / RGB_STEPS;
        double cb = (rgb[2] / RGB_STEPS - luma) / (2 * (1 - kb));
        double cr = (rgb[0] / RGB_STEPS - luma) / (2 * (1 - kr));
        return new double[] {black + lumaSteps * luma, CHROMA_ZERO + chromaSteps * cb, CHROMA_ZERO + chromaSteps * cr};
    }

    private static double clipped(double component) {
        return Math.max(0, Math.min(RGB_STEPS, component * RGB_STEPS));
    }
}
