import io.genga.contracts.id.JobId;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.Sha256;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.X264Settings;
import io.genga.media.cut.ChunkCutter;
import io.genga.media.encode.EncoderProbe;
import io.genga.media.plan.FilmPlanRequest;
import io.genga.media.plan.FilmPlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Plans and cuts a film as the frame-extractor does, and prints, for each run, seconds of planning and of cutting, the processor time of
 * both, and the number of chunks: {@code CuttingSpeed FILM RUNS}. {@code cutting.py} runs it.
 */
final class CuttingSpeed {

    private static final Sha256 ANY_DIGEST = new Sha256("0".repeat(64));
    private static final Duration CHUNK = Duration.ofSeconds(2);

    private CuttingSpeed() {}

    public static void main(String[] arguments) throws IOException {
        Path film = Path.of(arguments[0]);
        Path folder = Files.createTempDirectory("genga-cutting");
        for (int run = 0; run < Integer.parseInt(arguments[1]); run++) {
            long began = System.nanoTime();
            Duration computed = processorTime();
            Plan plan = plan(film);
            long planned = System.nanoTime();
            new ChunkCutter(folder)
                    .cut(film, plan, chunk -> true, (chunk, file) -> {}, (packets, total) -> {});
            long cut = System.nanoTime();
            System.out.printf(
                    "%.3f %.3f %.3f %d%n",
                    (planned - began) / 1e9,
                    (cut - planned) / 1e9,
                    processorTime().minus(computed).toMillis() / 1e3,
                    plan.chunks().size());
        }
        Files.delete(folder);
    }

    private static Plan plan(Path film) {
        NetworkReference nearest = new NetworkReference("nearest-x2", ANY_DIGEST);
        return new FilmPlanner(EncoderProbe.withThreads(2))
                .plan(new FilmPlanRequest(
                        TenantId.DEFAULT,
                        JobId.random(),
                        film,
                        film.toString(),
                        new ObjectReference("genga", "uploads/film", 1, ANY_DIGEST),
                        new RemasterRequest(
                                nearest, X264Settings.DEFAULT, OutputContainer.MATROSKA, "film.mkv", PoolName.CPU),
                        new PlannedNetwork(nearest, "fp32", 2, new PlannedTiles(330, 250, 10), DrawingReuse.OFF),
                        CHUNK));
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
