package io.genga.standalone.inspect.page;

import io.genga.media.verify.page.Html;
import io.genga.standalone.inspect.resolution.NativeHeight;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a film loses at each height, and the height from which it was enlarged. */
final class NativeHeightFigure {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 160;

    private NativeHeightFigure() {}

    static String of(NativeHeight nativeHeight) {
        String advice = "<p>" + Html.text(nativeHeight.advice()) + "</p>\n";
        return nativeHeight.curve().isEmpty() ? advice : advice + figure(nativeHeight);
    }

    private static String figure(NativeHeight nativeHeight) {
        List<NativeHeight.Point> curve = nativeHeight.curve();
        int lowest = curve.get(0).height();
        int highest = curve.get(curve.size() - 1).height();
        return String.format(
                Locale.ROOT,
                """
                <figure class="heights">
                <svg viewBox="0 0 %d %d" preserveAspectRatio="none" role="img" aria-label="What is lost at each height">
                <path class="curve" d="%s"/>
                %s</svg>
                <div class="times"><span>%d rows</span><span>%d rows</span></div>
                <figcaption>What would be lost, per row left out, if the film was made that high and enlarged again; each step up is as many times
                more. %s</figcaption>
                </figure>
                """,
                WIDTH,
                HEIGHT,
                outline(curve),
                mark(nativeHeight, lowest, highest),
                lowest,
                highest,
                nativeHeight.found() == null ? "" : confidence(nativeHeight.found()));
    }

    private static String confidence(NativeHeight.Found found) {
        return String.format(
                Locale.ROOT, "The line: %d rows; confidence %.2f of 1.", found.height(), found.confidence());
    }

    private static String mark(NativeHeight nativeHeight, int lowest, int highest) {
        return nativeHeight.found() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "<path class=\"mark\" d=\"M%.1f 0V%d\"/>%n",
                        across(nativeHeight.found().height(), lowest, highest),
                        HEIGHT);
    }

    private static String outline(List<NativeHeight.Point> curve) {
        int lowest = curve.get(0).height();
        int highest = curve.get(curve.size() - 1).height();
        double least =
                curve.stream().mapToDouble(NativeHeightFigure::level).min().orElseThrow();
        double most =
                curve.stream().mapToDouble(NativeHeightFigure::level).max().orElseThrow();
        double range = Math.max(1, most - least);
        return curve.stream()
                .map(point -> String.format(
                        Locale.ROOT,
                        "%.1f %.1f",
                        across(point.height(), lowest, highest),
                        HEIGHT * (most - level(point)) / range))
                .collect(Collectors.joining("L", "M", ""));
    }

    private static double across(int height, int lowest, int highest) {
        return (double) WIDTH * (height - lowest) / (highest - lowest);
    }

    /** Logarithms, as a fall is told by how many times less is lost. */
    private static double level(NativeHeight.Point point) {
        return Math.log(Math.max(point.lost(), 1e-3));
    }
}
