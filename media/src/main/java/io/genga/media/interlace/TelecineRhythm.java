package io.genga.media.interlace;

import java.util.Arrays;

/** How many combed pictures come at one or two neighbouring places of every five, as telecine makes them. Not thread-safe. */
final class TelecineRhythm {

    private static final int PICTURES = 5;

    private final int[] combed = new int[PICTURES];
    private int position;
    private int inStepBefore;

    /** What is added from now on does not follow what was added before. */
    void beginAnew() {
        inStepBefore += inStepNow();
        Arrays.fill(combed, 0);
        position = 0;
    }

    void add(FieldMatch match) {
        combed[position] += match.isCombed() ? 1 : 0;
        position = (position + 1) % PICTURES;
    }

    /** Of all combed pictures so far. */
    int inStep() {
        return inStepBefore + inStepNow();
    }

    private int inStepNow() {
        int most = 0;
        for (int place = 0; place < PICTURES; place++) {
            most = Math.max(most, combed[place] + combed[(place + 1) % PICTURES]);
        }
        return most;
    }
}
