package io.genga.upscaling.reuse;

/**
 * How many times larger a network makes the squared differences that are tolerated in its input. Samples show it sooner than they show whether a promise holds, since
 * what comes out of each is compared with what went in. Not safe for use by several threads.
 */
public final class Amplification {

    /** 1.0 dB, as genga-cel-x2-int8 in the most restless part of a clip. */
    static final double ASSUMED = Math.pow(10, 0.1);

    /** What is assumed counts for as many as these. */
    private static final int ASSUMED_SAMPLES = 8;

    private double given;
    private double made;

    /** @param usual squared difference of a sample's input, in steps of 8 bits, above 0 */
    public Amplification(double usual) {
        given = ASSUMED_SAMPLES * usual;
        made = ASSUMED * given;
    }

    /**
     * @param input mean squared difference of one sample from what its kept result was computed of
     * @param output mean squared difference of the kept result from what the network makes of the sample now, in the same steps
     */
    public void add(double input, double output) {
        given += input;
        made += output;
    }

    public double factor() {
        return made / given;
    }
}
