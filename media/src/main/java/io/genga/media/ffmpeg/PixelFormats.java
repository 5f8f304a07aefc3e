package io.genga.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import io.genga.frames.PixelLayout;
import java.util.Map;
import java.util.Optional;

/** FFmpeg's pixel formats that this project reads and writes, and how a frame lays them out. */
public final class PixelFormats {

    /** {@code yuvj420p} is the old name of {@code yuv420p} in full range: the range stands in the colour tags. */
    private static final Map<String, PixelLayout> LAYOUTS =
            Map.of("yuv420p", PixelLayout.YUV420_8, "yuvj420p", PixelLayout.YUV420_8);

    private PixelFormats() {}

    /**
     * @param name FFmpeg's, for example {@code yuv420p}
     * @return empty where this project cannot hold such pictures
     */
    public static Optional<PixelLayout> layoutOf(String name) {
        return Optional.ofNullable(LAYOUTS.get(name));
    }

    /** @throws IllegalArgumentException where FFmpeg has no planar format of this layout that this project uses */
    public static int codeOf(PixelLayout layout) {
        if (layout.equals(PixelLayout.YUV420_8)) {
            return AV_PIX_FMT_YUV420P;
        }
        if (layout.equals(PixelLayout.RGB_8)) {
            return AV_PIX_FMT_GBRP;
        }
        throw new IllegalArgumentException("no pixel format of FFmpeg is in use for " + layout);
    }
}
