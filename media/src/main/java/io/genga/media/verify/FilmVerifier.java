package io.genga.media.verify;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import io.genga.contracts.plan.Plan;
import io.genga.media.ffmpeg.FfmpegException;
import io.genga.media.input.InputFile;
import io.genga.media.probe.SourceStreams;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Decodes a finished film from beginning to end and compares it with its plan and its source: every picture is there, whole
 * and at its time; sound, subtitles and attached files have the source's bytes at the source's times; chapters and tags are
 * the source's.
 *
 * <p>JavaCV's grabber would not do as a witness: it passes over the errors of FFmpeg's decoders in silence.
 */
public final class FilmVerifier {

    private FilmVerifier() {}

    /**
     * @param source the film from which the plan was made
     * @throws VerificationFailedException at the first difference
     */
    public static VerifiedFilm verify(Plan plan, Path source, Path film) {
        try (InputFile original = InputFile.open(source, plan.source());
                InputFile remastered = open(film)) {
            FilmInventory expected = FilmInventory.ofSource(original, plan.source());
            int position = SourceStreams.positionOfVideo(
                    original, plan.source().videoStream(), plan.source().lostStreams());
            FilmInventory found = FilmInventory.ofFilm(remastered, position);
            CompanionCheck.headers(expected, found, plan.target().container());
            long frames = decode(plan, remastered, found);
            readPackets(original, expected);
            CompanionCheck.packets(expected, found);
            return new VerifiedFilm(
                    frames,
                    expected.companions().size(),
                    expected.attachedFiles().size(),
                    expected.chapters().size());
        }
    }

    private static InputFile open(Path film) {
        try {
            return InputFile.open(film);
        } catch (FfmpegException e) {
            throw new VerificationFailedException("opening", film, e.getMessage());
        }
    }

    private static long decode(Plan plan, InputFile film, FilmInventory inventory) {
        try (PictureCheck pictures = PictureCheck.open(plan, film, inventory)) {
            return pictures.run();
        }
    }

    private static void readPackets(InputFile source, FilmInventory inventory) {
        source.stream(inventory.video()).discard(AVDISCARD_ALL);
        AVPacket packet = av_packet_alloc();
        try {
            while (source.read(packet)) {
                inventory.add(packet);
            }
        } finally {
            av_packet_free(packet);
        }
    }
}
