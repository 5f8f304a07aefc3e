package io.genga.upscaling.inference;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.tile.TileShape;
import java.nio.ShortBuffer;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a network did on a drawn picture: whether it does here what its manifest says.
 *
 * @param tilesOffWhole the largest difference between the picture in tiles and as a whole, in steps of 8 bits; empty where the network
 *     takes pictures whole anyway
 * @param repeatable whether a second run made the same, bit for bit; empty where the network sees several frames, and was opened alone
 */
public record NetworkTrial(OptionalDouble tilesOffWhole, Optional<Boolean> repeatable) {

    /** Rounding alone is far less; a halo that is too small is far more. */
    private static final double MOST_OFF = 1;

    private static final int WIDTH = 256;
    private static final int HEIGHT = 192;
    private static final int LEAST_TILES = 3;
    private static final double STEP = 65535.0 / 255;
    private static final ColourTags COLOUR = new ColourTags("bt709", "bt709", "bt709", "pc", "left");

    /**
     * @throws io.genga.upscaling.catalogue.UnusableNetworkException where the network cannot be opened
     * @throws InferenceException where it fails
     */
    public static NetworkTrial of(CataloguedNetwork network, Device device) {
        NetworkManifest manifest = network.manifest();
        FramePool frames = new FramePool();
        try (InferenceSession session = InferenceSession.open(network, device)) {
            if (!manifest.isSingleFrame()) {
                return new NetworkTrial(OptionalDouble.empty(), Optional.empty());
            }
            PlannedTiles whole = TileShape.choose(manifest, WIDTH, HEIGHT, Integer.MAX_VALUE);
            PlannedTiles small = TileShape.choose(manifest, WIDTH, HEIGHT, WIDTH * HEIGHT / LEAST_TILES);
            try (Frame picture = picture(frames);
                    Frame first = upscale(session, whole, picture, frames);
                    Frame second = upscale(session, whole, picture, frames);
                    Frame tiled = upscale(session, small, picture, frames)) {
                boolean comparable = !small.equals(whole) && !manifest.globalPooling();
                return new NetworkTrial(
                        comparable ? OptionalDouble.of(largestDifference(first, tiled)) : OptionalDouble.empty(),
                        Optional.of(largestDifference(first, second) == 0));
            }
        }
    }

    /** Whether films may be upscaled with it. */
    public boolean passed() {
        return repeatable.orElse(true) && tilesOffWhole.orElse(0) <= MOST_OFF;
    }

    private static Frame upscale(InferenceSession session, PlannedTiles tiles, Frame picture, FramePool frames) {
        try (TiledUpscaler upscaler = new TiledUpscaler(session, tiles, frames)) {
            return upscaler.upscale(picture);
        }
    }

    /** Slopes with dark lines across them, as drawings have them, and a field of noise. */
    private static Frame picture(FramePool frames) {
        Frame frame = frames.acquire(new FrameFormat(PixelLayout.RGB_16, WIDTH, HEIGHT), 0, COLOUR);
        for (int plane = 0; plane < frame.format().planes(); plane++) {
            ShortBuffer samples = frame.plane(plane).asShortBuffer();
            int stride = frame.format().stride(plane) / Short.BYTES;
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    samples.put(y * stride + x, (short) sample(plane, x, y));
                }
            }
        }
        return frame;
    }

    private static int sample(int plane, int x, int y) {
        if ((x + 2 * y) % 23 < 2) {
            return 4000;
        }
        boolean noisy = x > WIDTH / 2 && y > HEIGHT / 2;
        int slope = 180 * (x + plane * y);
        return noisy ? (x * 7919 + y * 104_729 + plane * 1299) % 65_536 : slope % 65_536;
    }

    private static double largestDifference(Frame one, Frame other) {
        int largest = 0;
        for (int plane = 0; plane < one.format().planes(); plane++) {
            ShortBuffer a = one.plane(plane).asShortBuffer();
            ShortBuffer b = other.plane(plane).asShortBuffer();
            for (int i = 0; i < a.limit(); i++) {
                largest = Math.max(largest, Math.abs((a.get(i) & 0xFFFF) - (b.get(i) & 0xFFFF)));
            }
        }
        return largest / STEP;
    }
}
