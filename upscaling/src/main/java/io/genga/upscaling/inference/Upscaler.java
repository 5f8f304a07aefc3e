package io.genga.upscaling.inference;

import io.genga.frames.Frame;

/** Makes frames larger. Not safe for use by several threads; each has its own. */
public interface Upscaler extends AutoCloseable {

    /**
     * @param rgb planar RGB, 8 to 16 bits, full range; stays the caller's
     * @return the same picture, larger, with the same bit depth, time stamp and colour; owned by the caller, who
     *     closes it
     * @throws InferenceException where the network fails at run time
     */
    Frame upscale(Frame rgb);

    @Override
    void close();
}
