package io.genga.media.verify;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Decides whether a finished film may be published: decodes it and its source once, from beginning to end, and compares it with its
 * plan and with its source. Every picture is there, whole, at its time and in its place; sound, subtitles and attached files have the
 * source's bytes at the source's times; chapters and tags are the source's.
 *
 * <p>JavaCV's grabber would not do as a witness: it passes over the errors of FFmpeg's decoders in silence.
 */
public final class FilmVerifier {

    private FilmVerifier() {}

    /**
     * @param source the film from which the plan was made
     * @param progress told the number of frames compared so far; what it throws ends the work
     * @return what was found, whether the film may be published or not
     * @throws VerificationFailedException where {@code film} cannot even be opened
     */
    public static ComparisonReport examine(Plan plan, Path source, Path film, LongConsumer progress) {
        try (ComparedFilm original = ComparedFilm.ofSource(source, plan);
                ComparedFilm remastered = ComparedFilm.ofPlan(
                        film, plan, original.position(plan.source().lostStreams()))) {
            FilmComparison comparison = new FilmComparison(original, remastered, borders(plan));
            comparison.run(progress);
            List<Check> checks = new ArrayList<>(comparison.checks());
            checks.addAll(1, planned(plan, original, remastered));
            return comparison.report(plan.source().object().key(), plan.target().outputName(), checks);
        }
    }

    private static List<Check> planned(Plan plan, ComparedFilm source, ComparedFilm film) {
        List<Check> checks = new ArrayList<>();
        film.planned().ifPresent(checks::add);
        checks.add(CompanionCheck.check(
                source.inventory(), film.inventory(), plan.target().container()));
        return checks;
    }

    /** Frames with which chunks begin, the first chunk aside. */
    private static Set<Long> borders(Plan plan) {
        Set<Long> borders = new LinkedHashSet<>();
        long frame = 0;
        for (PlannedChunk chunk : plan.chunks()) {
            if (frame > 0) {
                borders.add(frame);
            }
            frame += chunk.frameCount();
        }
        return borders;
    }
}
