package io.genga.upscaling.inference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Which runs have all threads, one after the other, and which have one thread each, side by side. A pure function of the runs' sizes, so that the
 * same frames give the same results.
 *
 * @param alone with all threads
 * @param sideBySide with one thread each, the largest first
 */
record RunOrder(List<TileRun> alone, List<TileRun> sideBySide) {

    /**
     * What the threads of one small run lose by waiting for each other. Two threads, microseconds per pixel, of genga-cel-x2: 1.12 for 34x34 pixels, 0.82 for
     * 50x50, 0.94 for 160x240; of realesr-animevideov3: 6.8, 5.7 and 5.4, where two runs side by side take 6.2, 5.5 and 5.3.
     */
    private static final double LOSS = 1.2;

    /**
     * @param threads of one run that has all of them
     * @param memory pixels of the source that fit in it
     */
    static RunOrder of(List<? extends TileRun> runs, int threads, long memory) {
        List<TileRun> alone = new ArrayList<>();
        List<TileRun> small = new ArrayList<>();
        runs.forEach(run -> (threads > 1 && run.pixels() * threads <= memory ? small : alone).add(run));
        small.sort(Comparator.comparingLong(TileRun::pixels).reversed());
        Deque<TileRun> sideBySide = new ArrayDeque<>(small);
        long pixels = small.stream().mapToLong(TileRun::pixels).sum();
        while (!sideBySide.isEmpty() && sideBySide.peek().pixels() > LOSS * pixels / threads) {
            pixels -= sideBySide.peek().pixels();
            alone.add(sideBySide.remove());
        }
        return new RunOrder(alone, List.copyOf(sideBySide));
    }
}
