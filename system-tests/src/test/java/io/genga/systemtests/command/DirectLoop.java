package io.genga.systemtests.command;

import io.genga.contracts.id.JobId;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.Sha256;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.RemasterRequest;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.media.convert.ColourConverter;
import io.genga.media.encode.EncoderProbe;
import io.genga.media.plan.FilmPlanRequest;
import io.genga.media.plan.FilmPlanner;
import io.genga.media.probe.SourceDescription;
import io.genga.media.probe.SourceProbe;
import io.genga.testsupport.film.FilmWitness;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.inference.Device;
import io.genga.upscaling.inference.InferenceSession;
import io.genga.upscaling.inference.SequenceRange;
import io.genga.upscaling.inference.SequenceUpscaler;
import io.genga.upscaling.inference.TiledUpscaler;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The plainest way to upscale a film: the ffmpeg program decodes it from beginning to end, and the network is run on every whole frame.
 * No chunks, no tiles, no Kafka, no store.
 */
final class DirectLoop {

    private static final int PLANES = 3;

    private DirectLoop() {}

    /** Writes the upscaled pictures as 4:2:0 of 8 bits without padding, one after the other. */
    static void upscale(Path film, String network, Path target) throws IOException {
        CataloguedNetwork catalogued = NetworkCatalogue.builtIn().find(network).orElseThrow();
        Plan plan = plan(film, catalogued);
        Path decoded = target.resolveSibling("decoded.raw");
        FilmWitness.writePictures(film, "yuv420p", decoded);
        FramePool frames = new FramePool();
        try (InferenceSession session = InferenceSession.open(catalogued, new Device.Cpu(2));
                TiledUpscaler upscaler =
                        new TiledUpscaler(session, plan.network().tiles(), frames);
                ColourConverter converter = ColourConverter.forChunk(plan, frames);
                InputStream in = new BufferedInputStream(Files.newInputStream(decoded));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            for (long frame = 0; frame < plan.frameCount(); frame++) {
                try (Frame source = read(in, plan, frames);
                        Frame rgb = converter.toRgb(source);
                        Frame larger = upscaler.upscale(rgb);
                        Frame result = converter.toYuv(larger)) {
                    write(result, out);
                }
            }
        }
    }

    /** The same with a network that sees several frames, of a film of one shot whose sides it takes as they are. */
    static void upscaleSequence(Path film, CataloguedNetwork network, Path target) throws IOException {
        Plan plan = plan(film, network);
        Path decoded = target.resolveSibling("decoded.raw");
        FilmWitness.writePictures(film, "yuv420p", decoded);
        FramePool frames = new FramePool();
        try (InferenceSession session = InferenceSession.open(network, new Device.Cpu(2));
                SequenceUpscaler upscaler = SequenceUpscaler.open(
                        session, plan.network().tiles(), SequenceRange.ALL, (int) plan.frameCount(), frames);
                ColourConverter converter = ColourConverter.forChunk(plan, frames);
                InputStream in = new BufferedInputStream(Files.newInputStream(decoded));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            for (long frame = 0; frame < plan.frameCount(); frame++) {
                try (Frame source = read(in, plan, frames)) {
                    upscaler.add(converter.toRgb(source));
                }
                writeWhatIsReady(upscaler, converter, out);
            }
            upscaler.end();
            writeWhatIsReady(upscaler, converter, out);
        }
    }

    private static void writeWhatIsReady(SequenceUpscaler upscaler, ColourConverter converter, OutputStream out)
            throws IOException {
        while (upscaler.isReady()) {
            Optional<Frame> made = upscaler.next();
            if (made.isPresent()) {
                try (Frame larger = made.get();
                        Frame result = converter.toYuv(larger)) {
                    write(result, out);
                }
            }
        }
    }

    private static Plan plan(Path film, CataloguedNetwork network) throws IOException {
        Sha256 sha256 = network.manifest().sha256();
        NetworkReference reference = new NetworkReference(network.manifest().name(), sha256);
        RemasterRequest request = new RemasterRequest(
                reference,
                new Ffv1Settings(),
                OutputContainer.MATROSKA,
                "direct.mkv",
                PoolName.CPU,
                null,
                DrawingReuse.OFF,
                null);
        SourceDescription source = SourceProbe.probe(film, film.toString());
        PlannedNetwork planned = new PlannedNetwork(
                reference,
                network.manifest().precision(),
                network.manifest().scale(),
                new PlannedTiles(source.width(), source.height(), 0),
                DrawingReuse.OFF);
        return new FilmPlanner(EncoderProbe.withThreads(1))
                .plan(new FilmPlanRequest(
                        TenantId.DEFAULT,
                        JobId.random(),
                        film,
                        film.toString(),
                        new ObjectReference("none", "none", Files.size(film), sha256),
                        request,
                        planned,
                        Duration.ofDays(1)));
    }

    private static Frame read(InputStream in, Plan plan, FramePool frames) throws IOException {
        FrameFormat format = new FrameFormat(
                PixelLayout.YUV420_8, plan.source().width(), plan.source().height());
        Frame frame = frames.acquire(format, 0, plan.source().colour());
        for (int plane = 0; plane < PLANES; plane++) {
            ByteBuffer samples = frame.plane(plane);
            for (int y = 0; y < format.planeHeight(plane); y++) {
                samples.position(y * format.stride(plane));
                samples.put(in.readNBytes(format.planeWidth(plane)));
            }
        }
        return frame;
    }

    private static void write(Frame frame, OutputStream out) throws IOException {
        FrameFormat format = frame.format();
        for (int plane = 0; plane < PLANES; plane++) {
            ByteBuffer samples = frame.plane(plane);
            byte[] row = new byte[format.planeWidth(plane)];
            for (int y = 0; y < format.planeHeight(plane); y++) {
                samples.position(y * format.stride(plane));
                samples.get(row);
                out.write(row);
            }
        }
    }
}
