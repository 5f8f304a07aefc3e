package io.genga.media.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Compares a film with what any tool made of it, knowing of neither more than the files: whether every picture is there, in its
 * place, at its time, of the right shape and colours, and whether anything else was lost. Both are decoded once, side by side, in
 * little memory.
 */
public final class FilmComparison {

    private final FrameOrder order = new FrameOrder();
    private final FrameTimes times = new FrameTimes();
    private final ColourShift colours = new ColourShift();

    private FilmComparison() {}

    /**
     * @param result of any tool, of any size
     * @param progress told the number of frames compared so far
     * @throws io.genga.media.probe.RefusedMediaException where one of them is no film with a picture
     */
    public static ComparisonReport compare(Path source, Path result, LongConsumer progress) {
        try (ComparedFilm original = ComparedFilm.open(source);
                ComparedFilm remastered = ComparedFilm.open(result)) {
            FilmComparison comparison = new FilmComparison();
            comparison.readBoth(original, remastered, progress);
            List<Check> checks = comparison.checks(original, remastered);
            return new ComparisonReport(source.toString(), result.toString(), remastered.frames(), checks);
        }
    }

    private void readBoth(ComparedFilm source, ComparedFilm result, LongConsumer progress) {
        SourceWindow window = new SourceWindow(source);
        Optional<TimedThumbnail> found = result.next();
        while (found.isPresent() && window.current() != null) {
            compare(found.get(), window);
            progress.accept(result.frames());
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

    private void compare(TimedThumbnail found, SourceWindow window) {
        TimedThumbnail due = window.current();
        times.add(found.nanoseconds(), due.nanoseconds());
        order.add(found.picture(), window.pictures(), due.nanoseconds() / 1e9);
        if (order.lastIsInPlace()) {
            colours.add(found.picture(), due.picture());
        }
    }

    private List<Check> checks(ComparedFilm source, ComparedFilm result) {
        List<Check> checks = new ArrayList<>();
        checks.add(decoding(result));
        checks.add(Check.of(
                "frames",
                source.frames() == result.frames(),
                source.frames() + " in the source, " + result.frames() + " in the result"));
        checks.add(order.check());
        checks.add(times.check());
        checks.add(source.shape().compare(result.shape()));
        checks.add(colours.check());
        checks.addAll(new CompanionComparison(source, result).checks(times.delay()));
        return checks;
    }

    private static Check decoding(ComparedFilm result) {
        String failure = result.brokenBy()
                .map(reason -> "; then it broke off: " + reason)
                .orElse("");
        return Check.of(
                "decoding",
                result.damaged() == 0 && failure.isEmpty(),
                result.frames() + " whole pictures, " + result.damaged() + " damaged" + failure);
    }
}
