import io.genga.contracts.id.JobId;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.Sha256;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.EncoderChoice;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.RemasterRequest;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.media.convert.ColourConverter;
import io.genga.media.cut.ChunkCutter;
import io.genga.media.decode.ChunkDecoder;
import io.genga.media.encode.ChunkEncoder;
import io.genga.media.encode.EncoderProbe;
import io.genga.media.plan.FilmPlanRequest;
import io.genga.media.plan.FilmPlanner;
import io.genga.media.stitch.FilmStitcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sends a film through all stages but the network, its pictures as they are: {@code ChunkedEncoding FILM FOLDER ENCODER DURATION …}.
 * Writes {@code FOLDER/ENCODER-DURATION.mkv} for each pair and prints its number of chunks. {@code chunks.py} runs it.
 */
final class ChunkedEncoding {

    private static final int ENCODER_THREADS = 2;
    private static final Sha256 ANY_DIGEST = new Sha256("0".repeat(64));

    private ChunkedEncoding() {}

    public static void main(String[] arguments) throws IOException {
        Path film = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        for (int i = 2; i < arguments.length; i += 2) {
            Plan plan = plan(film, arguments[i], Duration.parse(arguments[i + 1]));
            TreeMap<Integer, Path> results = new TreeMap<>();
            new ChunkCutter(folder)
                    .cut(
                            film,
                            plan,
                            chunk -> true,
                            (chunk, file) -> results.put(chunk.index(), encoded(plan, chunk, file, folder)),
                            (packets, total) -> {});
            Path target = folder.resolve(arguments[i] + "-" + arguments[i + 1] + ".mkv");
            FilmStitcher.stitch(plan, results.values().stream().toList(), film, target, frames -> {});
            System.out.println(plan.chunks().size());
        }
    }

    private static Path encoded(Plan plan, PlannedChunk chunk, Path packets, Path folder) {
        Path result = folder.resolve("result-" + chunk.index() + ".nut");
        FramePool pool = new FramePool();
        try (ChunkDecoder decoder = ChunkDecoder.open(packets, plan, chunk, pool);
                ColourConverter converter = ColourConverter.forChunk(plan, pool);
                ChunkEncoder encoder = ChunkEncoder.open(plan, result)) {
            for (Optional<Frame> next = decoder.next(); next.isPresent(); next = decoder.next()) {
                try (Frame source = next.get();
                        Frame rgb = converter.toRgb(source);
                        Frame target = converter.toYuv(rgb)) {
                    encoder.encode(target);
                }
            }
            encoder.finish();
        }
        return result;
    }

    private static Plan plan(Path film, String encoder, Duration chunk) {
        NetworkReference none = new NetworkReference("none", ANY_DIGEST);
        return new FilmPlanner(EncoderProbe.withThreads(ENCODER_THREADS))
                .plan(new FilmPlanRequest(
                        TenantId.DEFAULT,
                        JobId.random(),
                        film,
                        film.toString(),
                        new ObjectReference("genga", "uploads/film", 1, ANY_DIGEST),
                        new RemasterRequest(
                                none,
                                new EncoderChoice(encoder, null, null).settings(),
                                OutputContainer.MATROSKA,
                                "film.mkv",
                                PoolName.CPU),
                        new PlannedNetwork(none, "fp32", 1, new PlannedTiles(330, 250, 10), DrawingReuse.OFF),
                        chunk));
    }
}
