package io.genga.media.still;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.media.input.InputFile;
import io.genga.media.probe.SourceStreams;
import io.genga.media.still.FilmStill.Moment;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;

/** The same picture of a film, from the middle of it, as it was and as it has become. */
public final class BeforeAndAfter {

    private BeforeAndAfter() {}

    /**
     * @param before PNG that is written, of the source's size
     * @param after PNG that is written, of the target's size
     * @throws NoSuchPictureException where one of the films cannot be entered near its middle
     */
    public static void write(Plan plan, Path source, Path film, Path before, Path after) {
        Moment middle = middleOf(plan);
        FramePool pool = new FramePool();
        try (Frame picture = FilmStill.rgb(
                source, position(plan, source, Set.of()), middle, plan.source().colour(), pool)) {
            PngFile.write(picture, before);
        }
        try (Frame picture = FilmStill.rgb(
                film,
                position(plan, source, plan.source().lostStreams()),
                middle,
                plan.target().colour(),
                pool)) {
            PngFile.write(picture, after);
        }
    }

    /** Of the remastered stream among the video streams that are not lost. */
    private static int position(Plan plan, Path source, Set<Integer> lost) {
        try (InputFile input = InputFile.open(source)) {
            return SourceStreams.positionOfVideo(input, plan.source().videoStream(), lost);
        }
    }

    /** In the middle of the middle chunk; the film is entered where the chunk before begins. */
    private static Moment middleOf(Plan plan) {
        int index = plan.chunks().size() / 2;
        PlannedChunk chunk = plan.chunks().get(index);
        OptionalLong enterAt = index < 2
                ? OptionalLong.empty()
                : OptionalLong.of(plan.chunks().get(index - 1).firstPts());
        return new Moment(
                chunk.pts().get(chunk.frameCount() / 2), enterAt, plan.source().timeBase());
    }
}
