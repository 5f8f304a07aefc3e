package io.genga.standalone.inspect.resolution;

import io.genga.frames.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    private final List<PictureColumns> pictures = new ArrayList<>();
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
            pictures.add(PictureColumns.of(source, COLUMNS));
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
        return pictures.isEmpty() ? NativeHeight.unknown(rows) : search(pictures);
    }

    /** @param pictures of one height, at least one */
    static NativeHeight search(List<PictureColumns> pictures) {
        ResidualCurve bicubic = ResidualCurve.of(InterpolationKernel.BICUBIC, pictures);
        int rows = bicubic.rows();
        if (!bicubic.tellsSomething()) {
            return NativeHeight.unknown(rows);
        }
        ResidualCurve lanczos = ResidualCurve.of(InterpolationKernel.LANCZOS, pictures);
        Optional<NativeHeight> found = Stream.of(bicubic, lanczos)
                .filter(ResidualCurve::tellsSomething)
                .flatMap(curve -> result(curve).stream())
                .max(Comparator.comparingDouble(result -> result.found().confidence()));
        return found.orElseGet(() -> new NativeHeight(rows, null, points(bicubic)));
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

    private static List<NativeHeight.Point> points(ResidualCurve curve) {
        return IntStream.range(0, curve.heights())
                .mapToObj(index -> new NativeHeight.Point(curve.height(index), curve.lost(index)))
                .toList();
    }
}
