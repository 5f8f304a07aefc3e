package io.genga.runtime.work;

import io.genga.contracts.event.WorkProgress;
import java.util.concurrent.atomic.AtomicLong;

/** Work that is going on. Counted up by the thread that does it, read by the one that reports it. */
public final class ActiveWork implements AutoCloseable {

    private final WorkProgress started;
    private final AtomicLong framesDone = new AtomicLong();
    private Runnable closing = () -> {};

    ActiveWork(WorkProgress started) {
        this.started = started;
    }

    public void frameDone() {
        framesDone.incrementAndGet();
    }

    /** Says how many frames are done in all. */
    public void framesDone(long total) {
        framesDone.set(total);
    }

    void onClose(Runnable action) {
        closing = action;
    }

    WorkProgress heartbeat() {
        return new WorkProgress(
                started.tenant(),
                started.job(),
                started.stage(),
                started.chunk(),
                started.attempt(),
                started.worker(),
                WorkProgress.Phase.HEARTBEAT,
                framesDone.get());
    }

    @Override
    public void close() {
        closing.run();
    }
}
