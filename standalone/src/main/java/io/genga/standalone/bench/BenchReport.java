package io.genga.standalone.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.request.DrawingReuse;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What was measured, for scripts.
 *
 * @param genga version of the program
 * @param shapes in which changed parts were computed
 * @param frames of each run
 * @param settings by name
 */
public record BenchReport(
        String genga,
        String film,
        String model,
        String device,
        String shapes,
        int width,
        int height,
        int runs,
        long frames,
        Map<String, Setting> settings) {

    /**
     * One setting of the reuse. Shares are of {@code off}'s time, or of this setting's time.
     *
     * @param psnr against off, in decibels; null where equal
     * @param brokenChunks that would have been computed again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Setting(
            double inferencePixelShare,
            Ratio millisecondsPerFrame,
            Ratio clockOfOff,
            Ratio processorOfOff,
            Ratio networkShareOfClock,
            Ratio networkShareOfProcessor,
            Double psnr,
            Double psnrOfWorstSquares,
            int brokenChunks) {}

    public static BenchReport of(BenchResult result, String film, String version) {
        Map<String, Setting> settings = new TreeMap<>();
        result.settings().forEach(reuse -> settings.put(reuse.toString(), setting(result, reuse)));
        return new BenchReport(
                version,
                film,
                result.plan().network().reference().name(),
                result.device(),
                result.shapes().toString(),
                result.plan().source().width(),
                result.plan().source().height(),
                result.runs().size(),
                result.runs().get(0).get(DrawingReuse.OFF).frames(),
                settings);
    }

    private static Setting setting(BenchResult result, DrawingReuse reuse) {
        boolean compared = reuse != DrawingReuse.OFF;
        OptionalDouble psnr = compared ? OptionalDouble.of(result.psnr(reuse)) : OptionalDouble.empty();
        OptionalDouble worstSquares = compared ? result.psnrOfWorstSquares(reuse) : OptionalDouble.empty();
        return new Setting(
                result.pixelShare(reuse),
                result.milliseconds(reuse),
                result.clockOfOff(reuse),
                result.processorOfOff(reuse),
                result.networkShareOfClock(reuse),
                result.networkShareOfProcessor(reuse),
                finite(psnr),
                finite(worstSquares),
                result.brokenChunks(reuse));
    }

    private static Double finite(OptionalDouble decibels) {
        return decibels.isEmpty() || Double.isInfinite(decibels.getAsDouble()) ? null : decibels.getAsDouble();
    }
}
