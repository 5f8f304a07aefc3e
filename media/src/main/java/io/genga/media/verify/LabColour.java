package io.genga.media.verify;

/**
 * A colour in CIELAB, of the white D65: ISO/CIE 11664-4.
 *
 * @param l lightness, 0 to 100
 * @param a from green to red
 * @param b from blue to yellow
 */
record LabColour(double l, double a, double b) {

    private static final double WHITE_X = 0.95047;
    private static final double WHITE_Z = 1.08883;
    private static final double STEPS = 255;

    /** Where the cube root gives way to a line. */
    private static final double LINEAR_UP_TO = 216.0 / 24389;

    private static final double SLOPE = 24389.0 / 27;

    /** @param rgb R′, G′, B′ of sRGB (IEC 61966-2-1), 0 to 255; what lies outside is taken for the nearest that can be shown */
    static LabColour ofRgb(double[] rgb) {
        double r = linear(rgb[0]);
        double g = linear(rgb[1]);
        double b = linear(rgb[2]);
        double x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / WHITE_X);
        double y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        double z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / WHITE_Z);
        return new LabColour(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double linear(double steps) {
        double value = Math.max(0, Math.min(1, steps / STEPS));
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double f(double t) {
        return t > LINEAR_UP_TO ? Math.cbrt(t) : (SLOPE * t + 16) / 116;
    }

    /**
     * CIEDE2000, with all weights 1: about 1 is what people can just see side by side. After Sharma, Wu and Dalal, "The CIEDE2000
     * color-difference formula: implementation notes, supplementary test data, and mathematical observations", 2005; equations (2) to
     * (22).
     */
    double distance(LabColour other) {
        double meanChroma = (Math.hypot(a, b) + Math.hypot(other.a, other.b)) / 2;
        double g = (1 - seventhRoot(meanChroma)) / 2;
        double a1 = (1 + g) * a;
        double a2 = (1 + g) * other.a;
        double chroma1 = Math.hypot(a1, b);
        double chroma2 = Math.hypot(a2, other.b);
        double hue1 = hue(a1, b);
        double hue2 = hue(a2, other.b);
        boolean grey = chroma1 * chroma2 == 0;

        double hueStep = grey ? 0 : shortWay(hue2 - hue1);
        double lightness = (other.l - l) / lightnessWeight((l + other.l) / 2);
        double meanOfChroma = (chroma1 + chroma2) / 2;
        double chroma = (chroma2 - chroma1) / (1 + 0.045 * meanOfChroma);
        double meanHue = grey ? hue1 + hue2 : meanHue(hue1, hue2);
        double hue = 2
                * Math.sqrt(chroma1 * chroma2)
                * Math.sin(Math.toRadians(hueStep / 2))
                / (1 + 0.015 * meanOfChroma * hueFactor(meanHue));
        return Math.sqrt(
                lightness * lightness + chroma * chroma + hue * hue + rotation(meanOfChroma, meanHue) * chroma * hue);
    }

    private static double seventhRoot(double chroma) {
        double seventh = Math.pow(chroma, 7);
        return Math.sqrt(seventh / (seventh + Math.pow(25, 7)));
    }

    /** In degrees, 0 to 360; 0 where there is none. */
    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double shortWay(double degrees) {
        return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
    }

    private static double meanHue(double one, double other) {
        double sum = one + other;
        return Math.abs(one - other) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
    }

    private static double lightnessWeight(double meanLightness) {
        double square = (meanLightness - 50) * (meanLightness - 50);
        return 1 + 0.015 * square / Math.sqrt(20 + square);
    }

    private static double hueFactor(double hue) {
        return 1
                - 0.17 * cosine(hue - 30)
                + 0.24 * cosine(2 * hue)
                + 0.32 * cosine(3 * hue + 6)
                - 0.20 * cosine(4 * hue - 63);
    }

    private static double rotation(double chroma, double hue) {
        double degrees = 30 * Math.exp(-Math.pow((hue - 275) / 25, 2));
        return -2 * seventhRoot(chroma) * Math.sin(Math.toRadians(2 * degrees));
    }

    private static double cosine(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
