package io.genga.upscaling.inference;

import io.genga.contracts.plan.PlannedTiles;
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
    private final TileRunner runner;
    private final List<List<ReadyRun>> ready = new ArrayList<>();

    /** A run whose input is there already. */
    private record ReadyRun(int count, int width, int height) implements TileRun {

        static ReadyRun like(TileRun run) {
            return new ReadyRun(run.count(), run.width(), run.height());
        }

        @Override
        public void read(TileTensors memory) {}

        @Override
        public void write(TileTensors memory) {}
    }

    /** @param session stays open, and must until this is closed */
    public ReadyTiles(InferenceSession session, PlannedTiles tiles) {
        this.session = session;
        this.runner = new TileRunner(session, tiles);
    }

    /** Makes tiles ready that are like those which {@code work} runs the network on; those of earlier work are forgotten. */
    public void likeThoseOf(Runnable work) {
        ready.clear();
        session.observe(runs -> ready.add(runs.stream().map(ReadyRun::like).toList()));
        try {
            work.run();
        } finally {
            session.observe(others -> {});
        }
        runner.fillInput(VALUE);
    }

    /** Runs the network on all that is ready. */
    public void run() {
        ready.forEach(runner::run);
    }

    @Override
    public void close() {
        runner.close();
    }
}
