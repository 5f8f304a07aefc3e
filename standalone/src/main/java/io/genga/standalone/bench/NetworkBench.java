package io.genga.standalone.bench;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.inference.Device;
import io.genga.upscaling.inference.InferenceSession;
import io.genga.upscaling.inference.TiledUpscaler;
import io.genga.upscaling.tile.TileShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What networks of single frames take for one picture, in turns. */
public final class NetworkBench {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final double NANOS_A_MILLISECOND = 1e6;
    private static final long LEAST_NANOS = 300_000_000;
    private static final ColourTags COLOUR = new ColourTags("bt709", "bt709", "bt709", "pc", "left");

    private NetworkBench() {}

    /**
     * @param networks of single frames; the first is what the others are compared with
     * @param runs at least 1; one more comes before them
     * @return a table in Markdown
     */
    public static String of(List<CataloguedNetwork> networks, Device device, int runs) {
        Map<CataloguedNetwork, InferenceSession> sessions = new LinkedHashMap<>();
        try {
            networks.forEach(network -> sessions.put(network, InferenceSession.open(network, device)));
            Map<CataloguedNetwork, Integer> pictures = new LinkedHashMap<>();
            sessions.forEach((network, session) -> pictures.put(network, pictures(spent(session, 1))));
            List<Map<CataloguedNetwork, Spent>> measured = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                measured.add(run(sessions, pictures));
            }
            return table(networks, measured);
        } finally {
            sessions.values().forEach(InferenceSession::close);
        }
    }

    /** So many that the process's clock, which ticks every 10 ms, tells them from nothing. */
    private static int pictures(Spent one) {
        return (int) Math.max(1, LEAST_NANOS / one.wallNanos());
    }

    /** For one picture each. */
    private static Map<CataloguedNetwork, Spent> run(
            Map<CataloguedNetwork, InferenceSession> sessions, Map<CataloguedNetwork, Integer> pictures) {
        Map<CataloguedNetwork, Spent> spent = new LinkedHashMap<>();
        sessions.forEach((network, session) -> {
            int count = pictures.get(network);
            spent.put(network, spent(session, count).each(count));
        });
        return spent;
    }

    private static Spent spent(InferenceSession session, int pictures) {
        FramePool frames = new FramePool();
        PlannedTiles tiles = TileShape.choose(session.manifest(), WIDTH, HEIGHT, TileShape.DEFAULT_MAX_TILE_PIXELS);
        try (Frame picture = frames.acquire(new FrameFormat(PixelLayout.RGB_8, WIDTH, HEIGHT), 0, COLOUR);
                TiledUpscaler upscaler = new TiledUpscaler(session, tiles, frames)) {
            return Spent.by(() -> {
                for (int i = 0; i < pictures; i++) {
                    upscaler.upscale(picture).close();
                }
            });
        }
    }

    private static String table(List<CataloguedNetwork> networks, List<Map<CataloguedNetwork, Spent>> runs) {
        CataloguedNetwork first = networks.get(0);
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "| model | scale | ms for %dx%d pixels | of %s, clock | of %s, processor |%n|---|---|---|---|---|%n",
                WIDTH,
                HEIGHT,
                first.manifest().name(),
                first.manifest().name()));
        for (CataloguedNetwork network : networks) {
            Ratio milliseconds = Ratio.over(runs, run -> run.get(network).wallNanos() / NANOS_A_MILLISECOND);
            Ratio clock = Ratio.over(
                    runs,
                    run -> (double) run.get(network).wallNanos()
                            / run.get(first).wallNanos());
            Ratio processor = Ratio.over(
                    runs,
                    run -> (double) run.get(network).cpuNanos() / run.get(first).cpuNanos());
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | x%d | %s | %s | %s |%n",
                    network.manifest().name(),
                    network.manifest().scale(),
                    milliseconds.text(1),
                    clock.text(2),
                    processor.text(2)));
        }
        return table.toString();
    }
}
