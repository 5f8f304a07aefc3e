package io.genga.media.plan;

import io.genga.contracts.plan.ChunkRecipe;
import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.plan.PlannedSource;
import io.genga.contracts.plan.PlannedTarget;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.SourceSelection;
import io.genga.frames.PixelLayout;
import io.genga.media.ffmpeg.PixelFormats;
import io.genga.media.probe.OutputCompatibility;
import io.genga.media.probe.SourceDescription;
import io.genga.media.probe.SourceProbe;
import io.genga.media.probe.StreamLosses;
import java.util.ArrayList;
import java.util.List;

/** Makes the plan of a film: probes it, reads all its packets once, divides it into chunks. Stateless and thread-safe. */
public final class FilmPlanner {

    private static final String HDR10_PLUS = "HDR10+";

    private final Encoders encoders;

    public FilmPlanner(Encoders encoders) {
        this.encoders = encoders;
    }

    /** @throws io.genga.media.probe.RefusedMediaException where the film cannot be remastered whole */
    public Plan plan(FilmPlanRequest request) {
        String name = request.displayName();
        SourceSelection selection = request.request().sourceSelection();
        SourceDescription description = SourceProbe.probe(request.source(), name, selection);
        StreamLosses losses = OutputCompatibility.losses(description, request.request(), name);
        PictureSize size = TargetSize.of(
                description.size(), request.network(), request.request().pictureSettings(), name);
        IndexedFilm film = IndexedFilm.of(request.source(), description, selection, request.targetChunk(), name);
        PlannedSource source = source(request, description, losses, film);
        PixelLayout layout = TargetFormat.choose(description, request.request(), encoders, name);
        PlannedTarget target =
                target(request.request(), TargetPicture.of(description, request.request(), size, layout));
        List<PlannedChunk> chunks = chunks(source, target, request.network(), film.chunks());
        return new Plan(Plan.VERSION, request.tenant(), request.job(), source, target, request.network(), chunks);
    }

    private static PlannedSource source(
            FilmPlanRequest request, SourceDescription description, StreamLosses losses, IndexedFilm film) {
        return new PlannedSource(
                request.sourceObject(),
                description.container(),
                description.codec(),
                description.videoStream(),
                description.timeBase(),
                description.width(),
                description.height(),
                withoutRange(description.pixelFormat()),
                description.sampleAspectRatio(),
                ColourResolution.resolve(description),
                losses.losses(),
                film.intermediate().orElse(null),
                film.notes(),
                losses.conversions(),
                description.hdr10Plus() ? List.of(HDR10_PLUS) : List.of());
    }

    /** Full range is a tag of its own. */
    private static String withoutRange(String pixelFormat) {
        return PixelFormats.nameOf(PixelFormats.layoutOf(pixelFormat).orElseThrow());
    }

    private PlannedTarget target(RemasterRequest request, TargetPicture picture) {
        return new PlannedTarget(
                request.container(),
                request.outputName(),
                picture.width(),
                picture.height(),
                picture.pixelFormat(),
                picture.sampleAspectRatio(),
                picture.colour(),
                encoders.pin(request.encoder(), picture),
                picture.hdr());
    }

    private static List<PlannedChunk> chunks(
            PlannedSource source, PlannedTarget target, PlannedNetwork network, List<ChunkRange> ranges) {
        List<PlannedChunk> chunks = new ArrayList<>();
        for (ChunkRange range : ranges) {
            long first = range.pts().get(0);
            long last = range.pts().get(range.pts().size() - 1);
            chunks.add(new PlannedChunk(
                    chunks.size(),
                    ChunkRecipe.of(source, target, network, first, last).fingerprint(),
                    range.firstPacket(),
                    range.packetCount(),
                    range.pts()));
        }
        return chunks;
    }
}
