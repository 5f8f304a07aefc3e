package io.genga.worker.pipeline;

import io.genga.frames.Frame;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What one thread of a {@link FramePipeline} does; it is always the same one. */
public sealed interface Stage {

    /** For people, for example {@code decode}. */
    String name();

    /**
     * Where frames come from.
     *
     * @param next gives a frame, which becomes the pipeline's; empty after the last
     */
    record Source(String name, Supplier<Optional<Frame>> next) implements Stage {

        void run(BoundedHandOver target, StageWatch watch) {
            Optional<Frame> frame = watch.working(next);
            while (frame.isPresent()) {
                Frame given = frame.get();
                if (!watch.waitingForRoom(() -> target.give(given))) {
                    return;
                }
                frame = watch.working(next);
            }
            target.complete();
        }
    }

    /** What frames pass between both ends. */
    sealed interface Between extends Stage {

        void run(BoundedHandOver source, BoundedHandOver target, StageWatch watch);
    }

    /**
     * Makes one frame of another.
     *
     * @param work gets a frame that stays the pipeline's, and returns it or another one, which becomes the pipeline's
     */
    record Step(String name, UnaryOperator<Frame> work) implements Between {

        @Override
        public void run(BoundedHandOver source, BoundedHandOver target, StageWatch watch) {
            Optional<Frame> frame = watch.waitingForInput(source::take);
            while (frame.isPresent()) {
                Frame taken = frame.get();
                Frame made = watch.working(() -> madeOf(taken));
                if (!watch.waitingForRoom(() -> target.give(made))) {
                    return;
                }
                frame = watch.waitingForInput(source::take);
            }
            if (!source.isStopped()) {
                target.complete();
            }
        }

        private Frame madeOf(Frame taken) {
            Frame made = null;
            try {
                made = work.apply(taken);
                return made;
            } finally {
                if (made != taken) {
                    taken.close();
                }
            }
        }
    }

    /** Makes frames of several. */
    record Sequence(String name, SequenceWork work) implements Between {

        @Override
        public void run(BoundedHandOver source, BoundedHandOver target, StageWatch watch) {
            Optional<Frame> frame = watch.waitingForInput(source::take);
            while (frame.isPresent()) {
                work.take(frame.get());
                if (!giveWhatIsReady(target, watch)) {
                    return;
                }
                frame = watch.waitingForInput(source::take);
            }
            if (source.isStopped()) {
                return;
            }
            work.end();
            if (giveWhatIsReady(target, watch)) {
                target.complete();
            }
        }

        /** @return false where the pipeline was stopped */
        private boolean giveWhatIsReady(BoundedHandOver target, StageWatch watch) {
            while (work.isReady() && !target.isStopped()) {
                Optional<Frame> made = watch.working(work::next);
                made.ifPresent(frame -> watch.waitingForRoom(() -> target.give(frame)));
            }
            return !target.isStopped();
        }
    }

    /**
     * Where frames go.
     *
     * @param work gets a frame that stays the pipeline's, and returns false where the pipeline is to stop
     * @param finish after the last frame; not where the pipeline was stopped
     */
    record Sink(String name, Predicate<Frame> work, Runnable finish) implements Stage {

        /** @return false where the pipeline is to stop, or was stopped */
        boolean run(BoundedHandOver source, StageWatch watch) {
            Optional<Frame> frame = watch.waitingForInput(source::take);
            while (frame.isPresent()) {
                if (!goesOnAfter(frame.get(), watch)) {
                    return false;
                }
                frame = watch.waitingForInput(source::take);
            }
            if (source.isStopped()) {
                return false;
            }
            watch.working(() -> {
                finish.run();
                return null;
            });
            return true;
        }

        private boolean goesOnAfter(Frame taken, StageWatch watch) {
            try (taken) {
                return watch.working(() -> work.test(taken));
            }
        }
    }
}
