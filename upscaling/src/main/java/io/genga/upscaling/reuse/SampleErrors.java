package io.genga.upscaling.reuse;

/** The mean squared errors of samples, in steps of 8 bits, and how sure their mean is. Not safe for use by several threads. */
public final class SampleErrors {

    private int count;
    private double sum;
    private double squares;

    /** @param squaredError mean over one sample, at least 0 */
    public void add(double squaredError) {
        count++;
        sum += squaredError;
        squares += squaredError * squaredError;
    }

    /** The mean less its standard error, at least 0: with fewer than two samples nothing is sure. */
    public double leastMean() {
        if (count < 2) {
            return 0;
        }
        double mean = sum / count;
        double variance = Math.max(0, (squares - sum * mean) / (count - 1));
        return Math.max(0, mean - Math.sqrt(variance / count));
    }
}
