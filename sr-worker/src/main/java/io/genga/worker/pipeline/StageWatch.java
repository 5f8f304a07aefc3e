package io.genga.worker.pipeline;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.genga.contracts.event.StageUse;
import java.util.function.Supplier;

/** Adds up what a stage spends its time on, in nanoseconds. For one thread, and for others once that has ended. */
final class StageWatch {

    private long busy;
    private long waitedForInput;
    private long waitedForRoom;

    <T> T working(Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            busy += System.nanoTime() - start;
        }
    }

    <T> T waitingForInput(Supplier<T> taking) {
        long start = System.nanoTime();
        T taken = taking.get();
        waitedForInput += System.nanoTime() - start;
        return taken;
    }

    <T> T waitingForRoom(Supplier<T> giving) {
        long start = System.nanoTime();
        T given = giving.get();
        waitedForRoom += System.nanoTime() - start;
        return given;
    }

    StageUse use() {
        return new StageUse(
                NANOSECONDS.toMillis(busy), NANOSECONDS.toMillis(waitedForInput), NANOSECONDS.toMillis(waitedForRoom));
    }
}
