package io.genga.media.plan;

import io.genga.contracts.plan.PlannedIntermediate;
import io.genga.contracts.request.SourceSelection;
import io.genga.frames.PixelLayout;
import io.genga.media.index.IndexedPacket;
import io.genga.media.index.PacketIndex;
import io.genga.media.index.PacketIndexer;
import io.genga.media.interlace.Interlacing;
import io.genga.media.interlace.InterlacingProbe;
import io.genga.media.probe.RefusedMediaException;
import io.genga.media.probe.SourceDescription;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A film whose packets are known, divided into chunks: as it is where it can be cut so, otherwise as the lossless intermediate film
 * that will be made of it.
 *
 * @param chunks in the order of the film
 * @param notes sentences for people
 */
public record IndexedFilm(
        PacketIndex index, List<ChunkRange> chunks, Optional<PlannedIntermediate> intermediate, List<String> notes) {

    /** FFmpeg's name of what the extractor encodes with. */
    private static final String LOSSLESS = "ffv1";

    private static final String DECODED_ONCE =
            "It has too few pictures at which decoding may start, and was decoded once, without loss, to be cut.";

    private static final String CODED_IN_FIELDS =
            "The two fields of its pictures are coded one by one; it was decoded once, without loss, to be cut.";

    /**
     * @param source of the same file, as probed
     * @param displayName the source's name as its owner knows it, for messages
     * @param targetChunk length of a chunk
     * @throws RefusedMediaException where the film cannot be remastered whole, or is interlaced and that is not wanted
     */
    public static IndexedFilm of(
            Path file, SourceDescription source, SourceSelection selection, Duration targetChunk, String displayName) {
        Interlacing interlacing = InterlacingProbe.examine(file, source);
        interlacing.check(selection.interlacedHandling(), displayName);
        ChunkPlanner planner = new ChunkPlanner(targetChunk);
        if (selection.salvages()) {
            requireLossless(source, displayName);
            return salvaged(SalvagedFilm.of(file, source, displayName), source, planner, interlacing);
        }
        PacketIndex index = PacketIndexer.index(file, source, displayName);
        if (interlacing.isToBeDeinterlaced()) {
            requireLossless(source, displayName);
            var deinterlaced = new PlannedIntermediate(LOSSLESS, interlacing.order(), null);
            return intermediate(shown(index), source, planner, deinterlaced, interlacing.notes());
        }
        List<ChunkRange> chunks = planner.plan(index);
        if (!index.fieldPairs() && !LeadInLimit.isExceeded(chunks)) {
            return new IndexedFilm(index, chunks, Optional.empty(), interlacing.notes());
        }
        requireLossless(source, displayName);
        var asItIs = new PlannedIntermediate(LOSSLESS, null, null);
        List<String> notes = new ArrayList<>(interlacing.notes());
        notes.add(index.fieldPairs() ? CODED_IN_FIELDS : DECODED_ONCE);
        return intermediate(shown(index), source, planner, asItIs, notes);
    }

    private static IndexedFilm salvaged(
            SalvagedFilm film, SourceDescription source, ChunkPlanner planner, Interlacing interlacing) {
        var salvaged = new PlannedIntermediate(LOSSLESS, interlacing.order(), true);
        List<String> notes = new ArrayList<>(interlacing.notes());
        notes.add(SalvageNote.of(film, source));
        List<IndexedPacket> pictures = LongStream.of(film.pts())
                .mapToObj(time -> new IndexedPacket(time, false, true, true))
                .toList();
        return intermediate(pictures, source, planner, salvaged, notes);
    }

    /** As pieces of the intermediate film, into which decoding may start anywhere; where the source has key pictures, shots may begin. */
    private static List<IndexedPacket> shown(PacketIndex index) {
        return index.packets().stream()
                .filter(IndexedPacket::shown)
                .sorted(Comparator.comparingLong(IndexedPacket::pts))
                .map(packet -> new IndexedPacket(packet.pts(), packet.key(), true, true, packet.bytes()))
                .toList();
    }

    /** @param pictures of it, in order of presentation; there is one packet for each */
    private static IndexedFilm intermediate(
            List<IndexedPacket> pictures,
            SourceDescription source,
            ChunkPlanner planner,
            PlannedIntermediate intermediate,
            List<String> notes) {
        PacketIndex index = new PacketIndex(source.timeBase(), pictures);
        return new IndexedFilm(index, planner.plan(index), Optional.of(intermediate), notes);
    }

    /** FFmpeg's encoder takes R, G, B in planes from 9 bits on only. */
    private static void requireLossless(SourceDescription source, String displayName) {
        if (source.layout().equals(PixelLayout.RGB_8)) {
            throw new RefusedMediaException(
                    displayName,
                    "must be decoded once before it is cut, for which there is no lossless codec for "
                            + source.pixelFormat(),
                    "convert it to 10 bits, or encode it again, progressive and with a key frame every few seconds");
        }
    }
}
