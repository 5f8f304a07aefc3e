package io.genga.media.encode;

import static org.bytedeco.ffmpeg.avcodec.AVCodecContext.FF_THREAD_SLICE;

import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** FFV1 version 3 (RFC 9043), as archives use it: every frame on its own, checksums in every slice. */
record Ffv1Configuration() implements CodecConfiguration {

    private static final int VERSION = 3;
    private static final int EVERY_FRAME_INTRA = 1;
    /** Fixed, since FFmpeg would otherwise choose it by the number of threads. */
    private static final int SLICES = 16;

    @Override
    public String codecName() {
        return "ffv1";
    }

    @Override
    public void configure(AVCodecContext context) {
        context.level(VERSION);
        context.gop_size(EVERY_FRAME_INTRA);
        context.slices(SLICES);
        context.thread_type(FF_THREAD_SLICE);
    }

    @Override
    public Map<String, String> options(PictureProperties picture, int threads) {
        return Map.of("slicecrc", "1", "coder", "range_def", "context", "0");
    }

    @Override
    public String library() {
        return "ffv1";
    }
}
