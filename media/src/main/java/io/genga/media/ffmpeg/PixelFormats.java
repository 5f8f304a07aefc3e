package io.genga.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt;

import io.genga.frames.PixelLayout;
import io.genga.frames.PixelLayout.Model;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** FFmpeg's pixel formats that this project reads and writes, and how a frame lays them out. */
public final class PixelFormats {

    private static final int SHALLOWEST = 8;
    private static final int DEEPEST = 16;

    /** In the byte order of x86-64 and AArch64, the only machines that FFmpeg's bundled libraries are built for. */
    private static final String BYTE_ORDER = "le";

    /** Of 8 bits; the names of deeper ones begin with these. */
    private static final Map<String, PixelLayout> OF_8_BITS = Map.of(
            "yuv420p", PixelLayout.YUV420_8,
            "yuv422p", new PixelLayout(Model.YUV, 1, 0, SHALLOWEST),
            "yuv444p", new PixelLayout(Model.YUV, 0, 0, SHALLOWEST),
            "gray", new PixelLayout(Model.GREY, 0, 0, SHALLOWEST),
            "gbrp", PixelLayout.RGB_8);

    private static final Map<String, PixelLayout> LAYOUTS = layouts();
    private static final Map<PixelLayout, String> NAMES = names();

    /** Of whose planes a {@link io.genga.frames.Frame} keeps them as R, G, B: FFmpeg keeps them as G, B, R. */
    private static final int[] RGB_PLANES = {1, 2, 0};

    private static final String FULL_RANGE_PREFIX = "yuvj";

    private PixelFormats() {}

    /**
     * @param name FFmpeg's, for example {@code yuv420p}; {@code yuvj420p} is the old name of {@code yuv420p} in full range: the
     *     range stands in the colour tags
     * @return empty where this project cannot hold such pictures
     */
    public static Optional<PixelLayout> layoutOf(String name) {
        return Optional.ofNullable(LAYOUTS.get(withoutRange(name)));
    }

    /** Whether the name itself says that the range is full. */
    public static boolean impliesFullRange(String name) {
        return name.startsWith(FULL_RANGE_PREFIX);
    }

    /**
     * FFmpeg's name, for example {@code yuv420p10le}.
     *
     * @throws IllegalArgumentException where FFmpeg has no planar format of this layout
     */
    public static String nameOf(PixelLayout layout) {
        String name = NAMES.get(layout);
        if (name == null) {
            throw new IllegalArgumentException("FFmpeg has no pixel format for " + layout);
        }
        return name;
    }

    /**
     * FFmpeg's number.
     *
     * @throws IllegalArgumentException where FFmpeg has no planar format of this layout
     */
    public static int codeOf(PixelLayout layout) {
        return av_get_pix_fmt(nameOf(layout));
    }

    /** The plane of a frame that FFmpeg keeps at position {@code plane}. */
    public static int framePlane(PixelLayout layout, int plane) {
        return layout.model() == Model.RGB ? RGB_PLANES[plane] : plane;
    }

    private static String withoutRange(String name) {
        return impliesFullRange(name) ? "yuv" + name.substring(FULL_RANGE_PREFIX.length()) : name;
    }

    private static Map<String, PixelLayout> layouts() {
        Map<String, PixelLayout> layouts = new LinkedHashMap<>(OF_8_BITS);
        OF_8_BITS.forEach((name, layout) -> {
            for (int bits = SHALLOWEST + 1; bits <= DEEPEST; bits++) {
                String deeper = name + bits + BYTE_ORDER;
                if (av_get_pix_fmt(deeper) != AV_PIX_FMT_NONE) {
                    layouts.put(deeper, layout.withBitDepth(bits));
                }
            }
        });
        return Collections.unmodifiableMap(layouts);
    }

    private static Map<PixelLayout, String> names() {
        Map<PixelLayout, String> names = new LinkedHashMap<>();
        LAYOUTS.forEach((name, layout) -> names.put(layout, name));
        return Collections.unmodifiableMap(names);
    }
}
