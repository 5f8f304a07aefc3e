package io.genga.media.plan;

import java.util.BitSet;

/**
 * Where shots seem to begin, told without decoding. A chunk that begins there costs least, since an encoder begins anew with a shot anyway.
 *
 * @param likelihoods by the rank of the frame with which a shot may begin, the end of the film included; those of 0 say nothing
 * @param patience how long a chunk may become until a shot begins, in target lengths
 * @param otherwise about how long a chunk is for which no shot begins, in target lengths
 */
record ShotBorders(double[] likelihoods, double patience, double otherwise) {

    /** A key picture that comes so much sooner than the source's encoder would wait for one was put where a shot begins. */
    private static final double SOONER = 0.9;

    /** A border that is no shot's costs least where it is a key picture of the source, and such come often. */
    private static final double PATIENCE_OF_GROUPS = 1.5;

    private static final double LENGTH_OF_GROUPS = 1;

    /** Where every picture is a key picture, none is better than another, and the fewer borders, the better. */
    private static final double PATIENCE_OF_KEY_PICTURES = 2;

    private static final double LENGTH_OF_KEY_PICTURES = 3;

    static ShotBorders in(PresentationOrder order) {
        BitSet keys = keys(order);
        boolean keysOnly = keys.cardinality() == order.frameCount();
        double[] likelihoods = keysOnly ? SizeJumps.in(order) : irregular(keys, order.frameCount());
        return keysOnly
                ? new ShotBorders(likelihoods, PATIENCE_OF_KEY_PICTURES, LENGTH_OF_KEY_PICTURES)
                : new ShotBorders(likelihoods, PATIENCE_OF_GROUPS, LENGTH_OF_GROUPS);
    }

    private static BitSet keys(PresentationOrder order) {
        BitSet keys = new BitSet();
        for (int rank = 0; rank < order.frameCount(); rank++) {
            keys.set(rank, order.isKey(rank));
        }
        return keys;
    }

    private static double[] irregular(BitSet keys, int frames) {
        int[] ranks = keys.stream().toArray();
        int longest = 0;
        for (int i = 1; i < ranks.length; i++) {
            longest = Math.max(longest, ranks[i] - ranks[i - 1]);
        }
        double[] likelihoods = new double[frames + 1];
        for (int i = 1; i < ranks.length; i++) {
            likelihoods[ranks[i]] = ranks[i] - ranks[i - 1] < SOONER * longest ? 1 : 0;
        }
        return likelihoods;
    }
}
