package io.genga.upscaling.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TileRunnerTest {

    private static final PlannedTiles PLANNED = new PlannedTiles(128, 64, 0);
    private static final int SIDE = 16;
    private static final InferenceSession ON_TWO_THREADS = open(2);
    private static final InferenceSession ON_ONE_THREAD = open(1);

    @AfterAll
    static void closeSessions() {
        ON_TWO_THREADS.close();
        ON_ONE_THREAD.close();
    }

    /** A square of one grey, of which the network makes a larger one. */
    private static class GreySquare implements TileRun {

        private final float grey;
        private final float[] made = new float[3 * 4 * SIDE * SIDE];

        GreySquare(float grey) {
            this.grey = grey;
        }

        @Override
        public int count() {
            return 1;
        }

        @Override
        public int width() {
            return SIDE;
        }

        @Override
        public int height() {
            return SIDE;
        }

        @Override
        public void read(TileTensors memory) {
            FloatBuffer values = memory.input().values().duplicate();
            while (values.hasRemaining()) {
                values.put(grey);
            }
        }

        @Override
        public void write(TileTensors memory) {
            memory.output().values().duplicate().get(made);
        }
    }

    @Test
    void each_of_many_runs_side_by_side_has_its_own_memory() {
        List<GreySquare> squares =
                IntStream.range(0, 24).mapToObj(i -> new GreySquare(i / 24f)).toList();

        try (TileRunner runner = new TileRunner(ON_TWO_THREADS, PLANNED)) {
            runner.run(squares);
        }

        assertThat(squares).allSatisfy(square -> assertThat(square.made).containsOnly(square.grey));
    }

    @Test
    void two_runs_are_at_work_at_the_same_time() {
        CyclicBarrier both = new CyclicBarrier(2);
        List<GreySquare> meeting = IntStream.range(0, 2)
                .<GreySquare>mapToObj(i -> new GreySquare(1) {
                    @Override
                    public void read(TileTensors memory) {
                        meet(both);
                        super.read(memory);
                    }
                })
                .toList();

        try (TileRunner runner = new TileRunner(ON_TWO_THREADS, PLANNED)) {
            runner.run(meeting);
        }

        assertThat(meeting).allSatisfy(square -> assertThat(square.made).containsOnly(1f));
    }

    @Test
    void a_failure_of_any_of_them_reaches_the_caller_when_nothing_runs_any_more() {
        for (int failing = 0; failing < 4; failing++) {
            List<GreySquare> squares = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                squares.add(i == failing ? failing() : new GreySquare(1));
            }
            try (TileRunner runner = new TileRunner(ON_TWO_THREADS, PLANNED)) {
                assertThatThrownBy(() -> runner.run(squares))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("no picture");

                GreySquare next = new GreySquare(0.5f);
                runner.run(List.of(next, new GreySquare(0.25f)));
                assertThat(next.made).containsOnly(0.5f);
            }
        }
    }

    @Test
    void one_thread_gives_the_same() {
        List<GreySquare> squares =
                IntStream.range(0, 5).mapToObj(i -> new GreySquare(i / 5f)).toList();

        try (TileRunner runner = new TileRunner(ON_ONE_THREAD, PLANNED)) {
            runner.run(squares);
        }

        assertThat(squares).allSatisfy(square -> assertThat(square.made).containsOnly(square.grey));
    }

    private static GreySquare failing() {
        return new GreySquare(1) {
            @Override
            public void read(TileTensors memory) {
                throw new IllegalStateException("no picture");
            }
        };
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("alone", e);
        }
    }

    private static InferenceSession open(int threads) {
        return InferenceSession.open(
                NetworkCatalogue.builtIn().find("nearest-x2").orElseThrow(), new Device.Cpu(threads));
    }
}
