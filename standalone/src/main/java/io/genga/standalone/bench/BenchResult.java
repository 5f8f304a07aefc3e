package io.genga.standalone.bench;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.request.DrawingReuse;
import io.genga.upscaling.reuse.Likeness;
import io.genga.upscaling.tile.RunShapes;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was measured.
 *
 * @param device as people call it
 * @param shapes in which changed parts were computed
 * @param runs over the film, each with all settings
 * @param likeness of each setting but off to off
 */
public record BenchResult(
        Plan plan,
        String device,
        RunShapes shapes,
        List<Map<DrawingReuse, Lap>> runs,
        Map<DrawingReuse, Likeness> likeness) {

    private static final double WORST_SQUARES = 0.999;

    public BenchResult {
        runs = List.copyOf(runs);
        likeness = Map.copyOf(likeness);
    }

    /** Those that were run, from all to least computed. */
    List<DrawingReuse> settings() {
        return runs.get(0).keySet().stream().sorted().toList();
    }

    /** By the clock. */
    Ratio milliseconds(DrawingReuse reuse) {
        return Ratio.over(
                runs,
                run -> run.get(reuse).inference().wallNanos()
                        / 1e6
                        / run.get(reuse).frames());
    }

    Ratio clockOfOff(DrawingReuse reuse) {
        return Ratio.over(
                runs,
                run -> (double) run.get(reuse).inference().wallNanos()
                        / run.get(DrawingReuse.OFF).inference().wallNanos());
    }

    Ratio processorOfOff(DrawingReuse reuse) {
        return Ratio.over(
                runs,
                run -> (double) run.get(reuse).inference().cpuNanos()
                        / run.get(DrawingReuse.OFF).inference().cpuNanos());
    }

    /** What the network alone takes of the clock's time. */
    Ratio networkShareOfClock(DrawingReuse reuse) {
        return Ratio.over(
                runs,
                run -> (double) run.get(reuse).readyTiles().wallNanos()
                        / run.get(reuse).inference().wallNanos());
    }

    /** What the network alone takes of the processor's time. */
    Ratio networkShareOfProcessor(DrawingReuse reuse) {
        return Ratio.over(
                runs,
                run -> (double) run.get(reuse).readyTiles().cpuNanos()
                        / run.get(reuse).inference().cpuNanos());
    }

    /** Of the film's pixels, on which the network was run. */
    double pixelShare(DrawingReuse reuse) {
        return reuse == DrawingReuse.OFF ? 1 : runs.get(0).get(reuse).figures().inferencePixelShare();
    }

    /** Of a setting but off, against off, in decibels; infinite where all is equal. */
    double psnr(DrawingReuse reuse) {
        return likeness.get(reuse).psnr();
    }

    /** Of all squares but the worst thousandth, at least; as {@link #psnr}. Empty where frames are smaller than a square. */
    OptionalDouble psnrOfWorstSquares(DrawingReuse reuse) {
        Likeness found = likeness.get(reuse);
        return found.hasSquares() ? OptionalDouble.of(found.psnrOfSquares(WORST_SQUARES)) : OptionalDouble.empty();
    }

    int brokenChunks(DrawingReuse reuse) {
        return runs.get(0).get(reuse).brokenChunks();
    }
}
