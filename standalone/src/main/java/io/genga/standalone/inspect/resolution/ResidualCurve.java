package io.genga.standalone.inspect.resolution;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What pictures show that no picture of a smaller height becomes by enlarging, over those heights.
 *
 * @param rows of the pictures
 * @param lowest of the heights, which go on in steps of {@value #STEP}
 * @param residuals of each area, at each height: mean squares, in steps of 8 bits
 */
record ResidualCurve(int rows, int lowest, double[][] residuals) {

    static final int STEP = 2;

    /** Drawings at this share of the height would be enlarged more than two times; below it nearly every picture has too much to lose. */
    private static final double LEAST_SHARE = 0.4;

    /** The heights above those advised show what is left there. */
    private static final double MOST_SHARE = 0.96;

    private static final double MOST_ADVISED_SHARE = 0.9;
    private static final int COLUMNS_OF_AN_AREA = 4;

    /** Areas that lose less at the lowest height are flat: they tell nothing. */
    private static final double LEAST_DETAIL = 0.3;

    private static final int LEAST_AREAS = 8;

    /** So that differences far below one step of 8 bits do not count. */
    private static final double ROUNDING = 0.05;

    /** Heights beside one are so many steps away: nearer ones share its fall. */
    private static final int NEAREST_BESIDE = 3;

    private static final int FARTHEST_BESIDE = 6;

    /** Of natural logarithms. Measured: docs/results/native-resolution.md. */
    private static final double LEAST_DEPTH = 0.35;

    /** Measured on the same films. */
    private static final double MOST_REST = 0.5;

    /** @param pictures of one height */
    static ResidualCurve of(InterpolationKernel kernel, List<PictureColumns> pictures) {
        int rows = pictures.get(0).rows();
        int lowest = even(LEAST_SHARE * rows);
        double[][] byHeight = IntStream.rangeClosed(0, (even(MOST_SHARE * rows) - lowest) / STEP)
                .parallel()
                .mapToObj(i -> atHeight(new Enlargement(kernel, lowest + i * STEP, rows), pictures))
                .toArray(double[][]::new);
        double[][] byArea = IntStream.range(0, byHeight[0].length)
                .filter(area -> byHeight[0][area] > LEAST_DETAIL)
                .mapToObj(area ->
                        Arrays.stream(byHeight).mapToDouble(all -> all[area]).toArray())
                .toArray(double[][]::new);
        return new ResidualCurve(rows, lowest, byArea);
    }

    private static double[] atHeight(Enlargement enlargement, List<PictureColumns> pictures) {
        return pictures.stream()
                .map(enlargement::residuals)
                .flatMapToDouble(ResidualCurve::areas)
                .toArray();
    }

    private static DoubleStream areas(double[] columns) {
        return IntStream.range(0, columns.length / COLUMNS_OF_AN_AREA)
                .mapToDouble(area -> Arrays.stream(columns, area * COLUMNS_OF_AN_AREA, (area + 1) * COLUMNS_OF_AN_AREA)
                        .average()
                        .orElseThrow());
    }

    boolean tellsSomething() {
        return residuals.length >= LEAST_AREAS;
    }

    int heights() {
        return residuals.length == 0 ? 0 : residuals[0].length;
    }

    int height(int index) {
        return lowest + index * STEP;
    }

    /** The mean square that is lost per row that is left out. */
    double lost(int index) {
        double sum = Arrays.stream(residuals).mapToDouble(area -> area[index]).sum();
        return sum / residuals.length * rows / (rows - height(index));
    }

    /** Where the least is left for the heights above, of those that may be advised. */
    OptionalInt best() {
        return IntStream.range(FARTHEST_BESIDE, heights() - FARTHEST_BESIDE)
                .filter(index -> height(index) <= MOST_ADVISED_SHARE * rows)
                .filter(this::isSign)
                .boxed()
                .min((one, other) -> Double.compare(rest(one), rest(other)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** What is left at a share of the height, where that is one of those from which the pictures may have been enlarged; empty otherwise. */
    OptionalDouble restAt(double share) {
        return IntStream.range(FARTHEST_BESIDE, heights() - FARTHEST_BESIDE)
                .filter(index -> Math.abs(height(index) - share * rows) <= STEP)
                .filter(this::isSign)
                .mapToDouble(this::rest)
                .min();
    }

    private boolean isSign(int index) {
        return depth(index) >= LEAST_DEPTH && rest(index) <= MOST_REST;
    }

    /** How much lower the curve is than beside it, in most areas. */
    private double depth(int index) {
        double[] depths = Arrays.stream(residuals)
                .mapToDouble(area -> depth(area, index))
                .sorted()
                .toArray();
        return depths[depths.length / 2];
    }

    private static double depth(double[] area, int index) {
        double beside = IntStream.rangeClosed(NEAREST_BESIDE, FARTHEST_BESIDE)
                .mapToDouble(steps -> logarithm(area[index - steps]) + logarithm(area[index + steps]))
                .average()
                .orElseThrow();
        return beside / 2 - logarithm(area[index]);
    }

    private static double logarithm(double residual) {
        return Math.log(residual + ROUNDING);
    }

    /** What is lost at a height, for what is lost at the heights above: all of it where a picture's detail goes on, little where only noise does. */
    double rest(int index) {
        double[] above = IntStream.range(index + NEAREST_BESIDE + 1, heights())
                .mapToDouble(this::lost)
                .sorted()
                .toArray();
        return lost(index) / above[above.length / 2];
    }

    private static int even(double height) {
        return (int) height / STEP * STEP;
    }
}
