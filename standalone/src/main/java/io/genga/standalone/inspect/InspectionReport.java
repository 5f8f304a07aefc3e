package io.genga.standalone.inspect;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.request.DrawingReuse;
import io.genga.standalone.inspect.resolution.NativeHeight;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What was found of a film, for scripts.
 *
 * @param genga version of the program
 * @param reuse the setting of which {@code frameShares} and the counts are
 * @param drawings frames that show another drawing than the one before
 * @param heldFrames in which nothing is computed
 * @param inferencePixelShares by setting; {@code whole-frames} is what leaving out whole frames would leave
 * @param frameShares of every frame
 * @param cuts numbers of the frames, from 0, that show another picture than the one before
 * @param nativeHeight rows from which the picture was probably enlarged; null where there is no sign of it
 * @param nativeHeightConfidence from 0 to 1; null where there is no such height
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record InspectionReport(
        String genga,
        String film,
        String model,
        DrawingReuse reuse,
        int frames,
        double seconds,
        long drawings,
        long heldFrames,
        Map<String, Double> inferencePixelShares,
        List<Double> frameShares,
        List<Integer> cuts,
        Integer nativeHeight,
        Double nativeHeightConfidence) {

    private static final double PARTS = 10_000;

    public static InspectionReport of(InspectedFilm film, String name, String version) {
        NativeHeight.Found found = film.nativeHeight().found();
        return new InspectionReport(
                version,
                name,
                film.plan().network().reference().name(),
                film.plan().network().reuse(),
                film.frames().size(),
                film.seconds(),
                film.drawings(),
                film.heldFrames(),
                shares(film),
                film.frames().stream()
                        .map(frame -> Math.round(frame.share() * PARTS) / PARTS)
                        .toList(),
                IntStream.range(1, film.frames().size())
                        .filter(number -> film.frames().get(number).cut())
                        .boxed()
                        .toList(),
                found == null ? null : found.height(),
                found == null ? null : Double.valueOf(found.confidence()));
    }

    private static Map<String, Double> shares(InspectedFilm film) {
        Map<String, Double> shares = new TreeMap<>();
        film.figures().forEach((reuse, figures) -> shares.put(reuse.toString(), figures.inferencePixelShare()));
        shares.put("whole-frames", film.shareOfWholeFrames());
        return shares;
    }
}
