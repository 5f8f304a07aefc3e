package io.genga.standalone.bench;

import io.genga.contracts.request.DrawingReuse;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What was measured, as a table in Markdown. */
public final class BenchTable {

    private static final List<String> COLUMNS = List.of(
            "reuse",
            "pixels inferred",
            "ms a frame",
            "frames/s",
            "of off, clock",
            "of off, processor",
            "network alone, clock",
            "network alone, processor",
            "PSNR",
            "worst squares");

    private BenchTable() {}

    public static String of(BenchResult result) {
        return row(COLUMNS)
                + row(COLUMNS.stream().map(column -> "---").toList())
                + result.settings().stream()
                        .map(reuse -> row(cells(result, reuse)))
                        .collect(Collectors.joining());
    }

    private static List<String> cells(BenchResult result, DrawingReuse reuse) {
        Ratio milliseconds = result.milliseconds(reuse);
        return List.of(
                reuse.toString(),
                number("%.3f", result.pixelShare(reuse)),
                milliseconds.text(1),
                number("%.1f", 1000 / milliseconds.median()),
                result.clockOfOff(reuse).text(2),
                result.processorOfOff(reuse).text(2),
                result.networkShareOfClock(reuse).text(2),
                result.networkShareOfProcessor(reuse).text(2),
                reuse == DrawingReuse.OFF ? "" : decibels(result.psnr(reuse)),
                reuse == DrawingReuse.OFF ? "" : worstSquares(result.psnrOfWorstSquares(reuse)));
    }

    private static String worstSquares(OptionalDouble psnr) {
        return psnr.isPresent() ? decibels(psnr.getAsDouble()) : "";
    }

    private static String decibels(double psnr) {
        return Double.isInfinite(psnr) ? "equal" : number("%.1f dB", psnr);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
