package io.genga.standalone.inspect.resolution;

import io.genga.frames.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks at a few frames, spread evenly over a film. Not thread-safe. */
public final class NativeHeightSearch {

    private static final int FRAMES = 8;
    private static final int COLUMNS = 24;

    /** Below, pictures have too few rows to tell heights apart. */
    private static final int LEAST_ROWS = 240;

    private final long frameCount;
    private final List<PictureColumns> columns = new ArrayList<>();
    private final List<PictureColumns> lines = new ArrayList<>();
    private long seen;
    private int rows;

    /** @param frameCount of the film */
    public NativeHeightSearch(long frameCount) {
        this.frameCount = frameCount;
    }

    /** @param source the film's next frame, as it was decoded; stays the caller's */
    public void add(Frame source) {
        rows = source.format().height();
        if (rows >= LEAST_ROWS && isSample(seen)) {
            columns.add(PictureColumns.of(source, COLUMNS));
            lines.add(PictureColumns.ofLines(source, COLUMNS));
        }
        seen++;
    }

    /** The middle frame of each part. */
    private boolean isSample(long number) {
        long parts = Math.min(FRAMES, frameCount);
        long part = number * parts / frameCount;
        return number == (2 * part + 1) * frameCount / (2 * parts);
    }

    /** After the last frame. */
    public NativeHeight end() {
        return columns.isEmpty() ? NativeHeight.unknown(rows) : search(columns, lines);
    }

    /**
     * @param columns of pictures of one size, at least one
     * @param lines of the same pictures
     */
    static NativeHeight search(List<PictureColumns> columns, List<PictureColumns> lines) {
        List<ResidualCurve> curves = curves(columns);
        if (curves.isEmpty()) {
            return NativeHeight.unknown(columns.get(0).rows());
        }
        return curves.stream()
                .flatMap(curve -> result(curve).stream())
                .max(Comparator.comparingDouble(result -> result.found().confidence()))
                .flatMap(result -> confirmed(result, lines))
                .orElseGet(() -> {
                    ResidualCurve first = curves.get(0);
                    return new NativeHeight(first.rows(), null, points(first));
                });
    }

    /** Of each kernel, where pictures tell something. */
    private static List<ResidualCurve> curves(List<PictureColumns> pictures) {
        return Stream.of(InterpolationKernel.values())
                .map(kernel -> ResidualCurve.of(kernel, pictures))
                .filter(ResidualCurve::tellsSomething)
                .toList();
    }

    private static Optional<NativeHeight> result(ResidualCurve curve) {
        OptionalInt best = curve.best();
        if (best.isEmpty()) {
            return Optional.empty();
        }
        int index = best.getAsInt();
        NativeHeight.Found found = new NativeHeight.Found(curve.height(index), 1 - curve.rest(index));
        return Optional.of(new NativeHeight(curve.rows(), found, points(curve)));
    }

    /** Pictures are enlarged in both directions alike. What was found in one alone follows from what is drawn, or would lose detail in the other. */
    private static Optional<NativeHeight> confirmed(NativeHeight result, List<PictureColumns> lines) {
        int height = result.found().height();
        double share = (double) height / result.rows();
        return curves(lines).stream()
                .map(curve -> curve.restAt(share))
                .flatMapToDouble(OptionalDouble::stream)
                .map(rest -> Math.min(result.found().confidence(), 1 - rest))
                .max()
                .stream()
                .mapToObj(confidence -> new NativeHeight.Found(height, confidence))
                .map(found -> new NativeHeight(result.rows(), found, result.curve()))
                .findFirst();
    }

    private static List<NativeHeight.Point> points(ResidualCurve curve) {
        return IntStream.range(0, curve.heights())
                .mapToObj(index -> new NativeHeight.Point(curve.height(index), curve.lost(index)))
                .toList();
    }
}
