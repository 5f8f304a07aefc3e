package io.genga.upscaling.inference;

import io.genga.contracts.plan.PlannedTiles;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Tensors to be used again by the next chunk: memory outside the heap is freed late, so new tensors for each would
 * pile up. Safe for use by several threads.
 */
final class TensorPool<T> {

    private final Map<PlannedTiles, Deque<T>> idle = new HashMap<>();
    private final Function<PlannedTiles, T> allocate;
    private final Consumer<T> free;

    /** @param allocate makes the tensors for tiles of a shape */
    TensorPool(Function<PlannedTiles, T> allocate, Consumer<T> free) {
        this.allocate = allocate;
        this.free = free;
    }

    synchronized T acquire(PlannedTiles tiles) {
        Deque<T> tensors = idle.get(tiles);
        return tensors == null || tensors.isEmpty() ? allocate.apply(tiles) : tensors.pop();
    }

    synchronized void giveBack(PlannedTiles tiles, T tensors) {
        idle.computeIfAbsent(tiles, shape -> new ArrayDeque<>()).push(tensors);
    }

    /** Frees what is idle. */
    synchronized void close() {
        idle.values().stream().flatMap(Collection::stream).forEach(free);
        idle.clear();
    }
}
