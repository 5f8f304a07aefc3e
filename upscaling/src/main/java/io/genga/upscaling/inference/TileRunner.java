package io.genga.upscaling.inference;

import io.genga.contracts.plan.PlannedTiles;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Runs a network on many tiles: small ones side by side, since a network has little use for several threads on a few pixels. All of it in the memory of one planned tile.
 * For one caller at a time.
 */
final class TileRunner implements AutoCloseable {

    private final InferenceSession session;
    private final PlannedTiles tiles;
    private final TileTensors memory;
    private ExecutorService helpers;

    /** @param session stays open, and must until this is closed */
    TileRunner(InferenceSession session, PlannedTiles tiles) {
        this.session = session;
        this.tiles = tiles;
        this.memory = session.tensors().acquire(tiles);
    }

    /**
     * @param runs none of more pixels than a planned tile
     * @throws InferenceException where the network fails
     */
    void run(List<? extends TileRun> runs) {
        session.tell(runs);
        RunOrder order = RunOrder.of(runs, session.threads(), memory.input().pixels());
        order.alone().forEach(this::runAlone);
        if (!order.sideBySide().isEmpty()) {
            runSideBySide(order.sideBySide());
        }
    }

    /** What networks are given that is not read from anywhere. */
    void fillInput(float value) {
        FloatBuffer values = memory.input().values().duplicate();
        while (values.hasRemaining()) {
            values.put(value);
        }
    }

    private void runAlone(TileRun run) {
        if (run.count() == 1 && run.width() == tiles.width() && run.height() == tiles.height()) {
            run(run, memory, session::run);
        } else {
            runInPart(run, 0, session::run);
        }
    }

    private void runSideBySide(List<TileRun> runs) {
        Queue<TileRun> waiting = new ConcurrentLinkedQueue<>(runs);
        CompletableFuture<?>[] others = IntStream.range(1, session.threads())
                .mapToObj(thread -> CompletableFuture.runAsync(() -> work(waiting, thread), helpers()))
                .toArray(CompletableFuture[]::new);
        try {
            work(waiting, 0);
        } finally {
            waiting.clear();
            await(CompletableFuture.allOf(others));
        }
    }

    private void work(Queue<TileRun> waiting, int thread) {
        int share = memory.input().pixels() / session.threads();
        for (TileRun run = waiting.poll(); run != null; run = waiting.poll()) {
            runInPart(run, thread * share, session::runOnOneThread);
        }
    }

    /** @param firstPixel of the source, in this memory */
    private void runInPart(TileRun run, int firstPixel, Consumer<TileTensors> network) {
        TileTensors part = memory.part(
                OnnxRuntimeEnvironment.get(),
                firstPixel,
                run.count(),
                run.width(),
                run.height(),
                session.manifest().scale());
        try {
            run(run, part, network);
        } finally {
            part.close();
        }
    }

    private static void run(TileRun run, TileTensors memory, Consumer<TileTensors> network) {
        run.read(memory);
        network.accept(memory);
        run.write(memory);
    }

    /** Even where this thread is interrupted: what still runs writes into this memory. */
    private static void await(CompletableFuture<?> others) {
        try {
            others.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new InferenceException("a network failed beside others", e.getCause());
        }
    }

    private ExecutorService helpers() {
        if (helpers == null) {
            helpers = Executors.newFixedThreadPool(session.threads() - 1, work -> {
                Thread thread = new Thread(work, "inference");
                thread.setDaemon(true);
                return thread;
            });
        }
        return helpers;
    }

    @Override
    public void close() {
        if (helpers != null) {
            helpers.shutdown();
        }
        session.tensors().giveBack(tiles, memory);
    }
}
