package io.genga.upscaling.inference;

import io.genga.contracts.plan.PlannedTiles;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The limit of what an upscaler can reach: its network run on tiles of the same sizes and in the same order, with nothing read from frames or written
 * to them. Only for a session that nobody else uses meanwhile.
 */
public final class ReadyTiles implements AutoCloseable {

    /** Grey: zeros might be faster than pictures. */
    private static final float VALUE = 0.5f;

    private final InferenceSession session;
    private final PlannedTiles tiles;
    private final TileTensors memory;
    private final List<TileTensors> ready = new ArrayList<>();

    /** @param session stays open, and must until this is closed */
    public ReadyTiles(InferenceSession session, PlannedTiles tiles) {
        this.session = session;
        this.tiles = tiles;
        this.memory = session.tensors().acquire(tiles);
    }

    /** Makes tiles ready that are like those which {@code work} runs the network on; those of earlier work are forgotten. */
    public void likeThoseOf(Runnable work) {
        List<TileTensors> run = new ArrayList<>();
        session.observe(run::add);
        try {
            work.run();
        } finally {
            session.observe(tile -> {});
        }
        forget();
        run.forEach(tile -> ready.add(memory.part(
                OnnxRuntimeEnvironment.get(),
                tile.count(),
                tile.input().width(),
                tile.input().height(),
                session.manifest().scale())));
        fill(memory.input().values().duplicate());
    }

    /** Runs the network on all that is ready. */
    public void run() {
        ready.forEach(session::run);
    }

    private static void fill(FloatBuffer values) {
        while (values.hasRemaining()) {
            values.put(VALUE);
        }
    }

    private void forget() {
        ready.forEach(TileTensors::close);
        ready.clear();
    }

    @Override
    public void close() {
        forget();
        session.tensors().giveBack(tiles, memory);
    }
}
