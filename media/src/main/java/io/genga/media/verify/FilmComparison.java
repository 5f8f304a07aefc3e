package io.genga.media.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Compares a film with what any tool made of it, knowing of neither more than the files: whether every picture is there, in its
 * place, at its time, of the right shape and colours, and whether anything else was lost. Both are decoded once, side by side on two
 * threads, in little memory.
 */
public final class FilmComparison {

    /** So that colours cost next to nothing beside decoding. */
    private static final int FRAMES_PER_COLOUR = 5;

    private final ComparedFilm source;
    private final ComparedFilm result;
    private final Set<Long> borders;
    private final boolean tellsColours;
    private final FrameOrder order = new FrameOrder();
    private final FrameTimes times = new FrameTimes();
    private final ColourShift colours = new ColourShift();
    private final PictureLikeness likeness = new PictureLikeness();
    private final TimelineRecorder timeline = new TimelineRecorder();
    private final StripRecorder strips;
    private long frames;
    private double firstSecond;

    /**
     * @param source at its beginning; stays the caller's, as does {@code result}
     * @param borders frames with which chunks begin, the first one aside; empty where nothing is known of chunks
     */
    FilmComparison(ComparedFilm source, ComparedFilm result, Set<Long> borders) {
        this.source = source;
        this.result = result;
        this.borders = borders;
        this.tellsColours = Thumbnail.tellsColoursOf(source.shape());
        this.strips = new StripRecorder(borders);
    }

    /**
     * @param result of any tool, of any size
     * @param progress told the number of frames compared so far
     * @throws io.genga.media.probe.RefusedMediaException where one of them is no film with a picture
     */
    public static ComparisonReport compare(Path source, Path result, LongConsumer progress) {
        try (ComparedFilm original = ComparedFilm.open(source);
                ComparedFilm remastered = ComparedFilm.open(result)) {
            FilmComparison comparison = new FilmComparison(original, remastered, Set.of());
            comparison.run(progress);
            return comparison.report(source.toString(), result.toString(), comparison.checks());
        }
    }

    /** @param progress told the number of frames compared so far; what it throws ends the comparison */
    void run(LongConsumer progress) {
        try (ReadAhead pictures = new ReadAhead(source)) {
            SourceWindow window = new SourceWindow(pictures);
            Optional<TimedThumbnail> found = result.next();
            while (found.isPresent() && window.current() != null) {
                compare(found.get(), window);
                progress.accept(frames);
                window.advance();
                found = result.next();
            }
            while (found.isPresent()) {
                found = result.next();
            }
            while (window.current() != null) {
                window.advance();
            }
        }
    }

    private void compare(TimedThumbnail found, SourceWindow window) {
        TimedThumbnail due = window.current();
        firstSecond = frames == 0 ? due.seconds() : firstSecond;
        double seconds = due.seconds() - firstSecond;
        times.add(found.nanoseconds(), due.nanoseconds());
        order.add(found.picture(), window.pictures(), due.seconds());
        if (!order.lastIsInPlace()) {
            timeline.fault(seconds, "frame " + frames + " in a wrong place");
        }
        if (frames % FRAMES_PER_COLOUR == 0) {
            compareColours(found.picture().areas(), due.picture().areas(), seconds);
        }
        double difference = likeness.add(found.picture(), due.picture());
        timeline.difference(seconds, difference);
        if (borders.contains(frames)) {
            timeline.border(seconds);
        }
        strips.add(found, due, seconds, difference, order.lastIsInPlace());
        frames++;
    }

    private void compareColours(Thumbnail.Area[] found, Thumbnail.Area[] due, double seconds) {
        if (tellsColours && order.lastIsInPlace()) {
            colours.add(found, due);
        }
        likeness.addColours(found, due, seconds);
    }

    /** After {@link #run}. */
    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        checks.add(result.decoding());
        checks.add(Check.of(
                "frames",
                source.frames() == result.frames(),
                source.frames() + " in the source, " + result.frames() + " in the result"));
        checks.add(order.check());
        checks.add(times.check());
        checks.add(source.shape().compare(result.shape()));
        checks.add(colours.check());
        checks.addAll(new CompanionComparison(source.inventory(), result.inventory()).checks(times.delay()));
        return checks;
    }

    /** After {@link #run}. */
    ComparisonReport report(String sourceName, String resultName, List<Check> checks) {
        FilmInventory kept = result.inventory();
        return new ComparisonReport(
                sourceName,
                resultName,
                result.frames(),
                checks,
                new VerifiedFilm(
                        result.frames(),
                        kept.companions().size(),
                        kept.attachedFiles().size(),
                        kept.chapters().size()),
                likeness.likeness(),
                timeline.timeline(),
                strips.strips());
    }
}
