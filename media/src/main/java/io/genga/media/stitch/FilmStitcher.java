package io.genga.media.stitch;

import io.genga.contracts.plan.Plan;
import io.genga.media.input.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Joins the results of all chunks to one video stream, and adds to it, once and untouched, all that the source has besides:
 * sound, subtitles, attachments, cover art, chapters and tags. Nothing is encoded but subtitles whose conversion was allowed. The
 * same input gives the same bytes.
 */
public final class FilmStitcher {

    private FilmStitcher() {}

    /**
     * @param results in the order of the plan's chunks
     * @param source the film from which the plan was made
     * @param target replaced where it exists; deleted where the work fails
     * @throws ResultMismatchException where a result is not what the plan says
     * @throws UncopyableStreamException where the source's sound or the like is damaged
     * @throws io.genga.media.ffmpeg.FfmpegException where a file cannot be read or written
     */
    public static void stitch(Plan plan, List<Path> results, Path source, Path target, StitchProgress progress) {
        ConvertedSubtitles subtitles = ConvertedSubtitles.read(plan, source);
        try (InputFile film = InputFile.open(source, plan.source());
                ResultPackets pictures = ResultPackets.open(plan, results);
                FilmMuxer muxer = FilmMuxer.open(plan, pictures.parameters(), film, subtitles, target)) {
            muxer.writeAll(pictures, progress);
        } catch (RuntimeException e) {
            deleteUnfinished(target, e);
            throw e;
        }
    }

    private static void deleteUnfinished(Path target, RuntimeException cause) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            cause.addSuppressed(new UncheckedIOException("deleting unfinished " + target, e));
        }
    }
}
