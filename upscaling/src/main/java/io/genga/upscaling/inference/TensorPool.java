package io.genga.upscaling.inference;

import ai.onnxruntime.OrtEnvironment;
import io.genga.contracts.plan.PlannedTiles;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Tensors to be used again by the next chunk: memory outside the heap is freed late, so new tensors for each would
 * pile up. Safe for use by several threads.
 */
final class TensorPool {

    private final Map<PlannedTiles, Deque<TileTensors>> idle = new HashMap<>();
    private final OrtEnvironment environment;
    private final int scale;

    /**
     * @param scale pixels out per pixel in
     */
    TensorPool(OrtEnvironment environment, int scale) {
        this.environment = environment;
        this.scale = scale;
    }

    synchronized TileTensors acquire(PlannedTiles tiles) {
        Deque<TileTensors> tensors = idle.get(tiles);
        return tensors == null || tensors.isEmpty() ? allocate(tiles) : tensors.pop();
    }

    synchronized void giveBack(PlannedTiles tiles, TileTensors tensors) {
        idle.computeIfAbsent(tiles, shape -> new ArrayDeque<>()).push(tensors);
    }

    /** Frees what is idle. */
    synchronized void close() {
        idle.values().stream().flatMap(Collection::stream).forEach(TileTensors::close);
        idle.clear();
    }

    private TileTensors allocate(PlannedTiles tiles) {
        return new TileTensors(
                TileTensor.allocate(environment, tiles.width(), tiles.height()),
                TileTensor.allocate(environment, tiles.width() * scale, tiles.height() * scale));
    }
}
