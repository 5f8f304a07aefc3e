package io.genga.worker.pipeline;

import io.genga.frames.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Hands frames from one stage to the next, in order. Where it is full the giver waits, so that a slow stage holds back those before it.
 * Waiting ends with a frame, with room, or when it is stopped, and never by an interrupt. For one giver and one taker.
 */
final class BoundedHandOver {

    private final int bound;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean complete;
    private boolean stopped;

    /** @param bound frames that it holds at most, at least 1 */
    BoundedHandOver(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("a hand-over must hold at least 1 frame, not " + bound);
        }
        this.bound = bound;
    }

    /**
     * @param frame the caller's no longer: whoever takes it owns it, and where nobody will it is closed
     * @return false where it was stopped, so that more frames are of no use
     */
    boolean give(Frame frame) {
        lock.lock();
        try {
            await(() -> frames.size() < bound);
            if (stopped) {
                frame.close();
                return false;
            }
            frames.addLast(frame);
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** @return the next frame, owned by the caller; empty after the last, or where it was stopped */
    Optional<Frame> take() {
        lock.lock();
        try {
            await(() -> complete || !frames.isEmpty());
            Optional<Frame> next = Optional.ofNullable(frames.pollFirst());
            changed.signalAll();
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** No more frames will be given. */
    void complete() {
        lock.lock();
        try {
            complete = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Closes the frames that wait here; from now on none is taken. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            frames.forEach(Frame::close);
            frames.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    private void await(BooleanSupplier ready) {
        while (!stopped && !ready.getAsBoolean()) {
            changed.awaitUninterruptibly();
        }
    }
}
