package io.genga.samplefilm.recording;

import java.nio.ShortBuffer;

/** A soft tone, and a click that begins exactly at each full second: what is out of step is heard at once. */
public final class Soundtrack {

    /** Samples a second, of one channel. */
    public static final int SAMPLE_RATE = 48_000;

    private static final double TONE_HERTZ = 220;
    private static final double TONE_LOUDNESS = 0.05;
    private static final double CLICK_HERTZ = 1_600;
    private static final double CLICK_LOUDNESS = 0.7;

    /** Five milliseconds. */
    private static final int CLICK_SAMPLES = SAMPLE_RATE / 200;

    private Soundtrack() {}

    /** @param from number of the first sample, from the beginning of the film */
    static ShortBuffer samples(long from, int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (short) Math.round(Short.MAX_VALUE * loudness(from + i));
        }
        return ShortBuffer.wrap(samples);
    }

    private static double loudness(long sample) {
        long sinceFullSecond = sample % SAMPLE_RATE;
        if (sinceFullSecond < CLICK_SAMPLES) {
            // A cosine begins at its height: the first sample of a click is its loudest.
            return CLICK_LOUDNESS * Math.cos(angle(CLICK_HERTZ, sinceFullSecond));
        }
        return TONE_LOUDNESS * Math.sin(angle(TONE_HERTZ, sample));
    }

    private static double angle(double hertz, long sample) {
        return 2 * Math.PI * hertz * sample / SAMPLE_RATE;
    }
}
