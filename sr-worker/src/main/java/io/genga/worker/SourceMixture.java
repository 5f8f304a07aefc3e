package io.genga.worker;

import io.genga.contracts.plan.PictureSize;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.media.resize.LanczosResizer;
import io.genga.media.resize.PictureMixture;
import io.genga.upscaling.reuse.FrameCopy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Mixes results with the pictures of which they were made, enlarged. One thread may keep pictures while another one mixes; to be closed when
 * both have ended.
 */
final class SourceMixture implements AutoCloseable {

    private final int percent;
    private final LanczosResizer enlargement;
    private final FramePool frames;
    private final Map<Long, Frame> sources = new ConcurrentHashMap<>();

    /**
     * @param percent of the results
     * @param source size of the pictures that are kept
     * @param target size of the results
     */
    SourceMixture(int percent, PixelLayout rgb, PictureSize source, PictureSize target, FramePool frames) {
        this.percent = percent;
        this.enlargement = new LanczosResizer(rgb, source, target, frames);
        this.frames = frames;
    }

    /** @param rgb whose result will come; copied, since the result comes when it is gone */
    void keep(Frame rgb) {
        sources.put(rgb.pts(), FrameCopy.of(rgb, rgb, frames));
    }

    /** @param result of a picture that was kept, with its time stamp; changed, and the caller's as before */
    void mixInto(Frame result) {
        try (Frame source = sources.remove(result.pts());
                Frame enlarged = enlargement.resize(source)) {
            PictureMixture.mix(result, enlarged, percent);
        }
    }

    @Override
    public void close() {
        sources.values().forEach(Frame::close);
        enlargement.close();
    }
}
