package io.genga.worker;

import io.genga.frames.Frame;
import io.genga.upscaling.inference.SequenceUpscaler;
import io.genga.worker.pipeline.SequenceWork;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A network over a sequence of frames, at work in a pipeline.
 *
 * @param upscaler closed by whoever opened it, and with it the frames that it holds
 * @param seen is shown each frame
 */
record SequenceInference(SequenceUpscaler upscaler, Consumer<Frame> seen) implements SequenceWork {

    @Override
    public void take(Frame rgb) {
        upscaler.add(rgb);
        seen.accept(rgb); // still held, at least until its turn comes
    }

    @Override
    public void end() {
        upscaler.end();
    }

    @Override
    public boolean isReady() {
        return upscaler.isReady();
    }

    @Override
    public Optional<Frame> next() {
        return upscaler.next();
    }
}
