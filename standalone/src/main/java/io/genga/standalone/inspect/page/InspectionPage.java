package io.genga.standalone.inspect.page;

import io.genga.contracts.plan.PlannedSource;
import io.genga.media.timeline.TimelineFigure;
import io.genga.media.verify.page.Html;
import io.genga.standalone.inspect.InspectedFilm;
import io.genga.standalone.inspect.Scene;
import io.genga.standalone.inspect.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page: what a producer wants to know first, then the film from left to right, then pictures. */
public final class InspectionPage {

    private static final String STYLE = "inspection.css";

    private InspectionPage() {}

    /**
     * Replaces what is at {@code target}.
     *
     * @param name of the film, for people
     */
    public static void write(InspectedFilm film, String name, Path target) throws IOException {
        Files.writeString(target, of(film, name));
    }

    static String of(InspectedFilm film, String name) {
        String title = Html.text(name);
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s: its drawings</title>
                <style>
                %s</style>
                <h1>%s</h1>
                <p class="about">%s</p>
                <p class="lead">%s</p>
                %s
                <h2>The film from left to right</h2>
                %s
                <h2>What is left to be computed</h2>
                %s<p class="note">Pixels on which the network is run, halos and self-check included, for each of the film's. Inference takes time in
                proportion; decoding and encoding do not change.</p>
                <h2>Where the picture changes</h2>
                %s
                <h2>The height in which it was made</h2>
                %s
                """.formatted(
                title,
                Html.style(TimelineFigure.class, TimelineFigure.STYLE) + Html.style(InspectionPage.class, STYLE),
                title,
                about(film),
                Html.text(Summary.of(film)),
                figures(film),
                Timeline.of(film.frames(), film.seconds()).html("Share of pixels computed, frame by frame"),
                SettingsTable.of(film),
                scenes(film),
                NativeHeightFigure.of(film.nativeHeight()));
    }

    private static String about(InspectedFilm film) {
        PlannedSource source = film.plan().source();
        return Html.text(String.format(
                Locale.ROOT,
                "%d × %d, %s, %s; network %s, reuse %s. Found by genga inspect, which runs no network.",
                source.width(),
                source.height(),
                source.codec(),
                Numbers.time(film.seconds()),
                film.plan().network().reference().name(),
                film.plan().network().reuse()));
    }

    private static String figures(InspectedFilm film) {
        double share = film.share(film.plan().network().reuse());
        return "<dl class=\"figures\">"
                + figure("frames", Integer.toString(film.frames().size()))
                + figure("drawings", Long.toString(film.drawings()))
                + figure("cuts", Long.toString(film.cuts()))
                + figure("pixels computed", Numbers.percent(share))
                + figure("inference saved", Numbers.percent(Math.max(0, 1 - share)))
                + "</dl>";
    }

    private static String figure(String name, String value) {
        return "<div><dt>" + name + "</dt><dd>" + value + "</dd></div>";
    }

    private static String scenes(InspectedFilm film) {
        return """
                <p>The scenes that cost most, and those of which most is held. Grey is held from the scene's beginning to its end.</p>
                <div class="scale"></div><div class="times"><span>never</span><span>in every frame</span></div>
                <div class="scenes">
                %s
                </div>""".formatted(film.scenes().stream().map(InspectionPage::scene).collect(Collectors.joining("\n")));
    }

    private static String scene(Scene scene) {
        return String.format(
                Locale.ROOT,
                "<figure><img src=\"%s\" alt=\"What of the scene is computed how often\"><figcaption>from %s, %d frames: %s"
                        + " computed</figcaption></figure>",
                HeatMap.dataUri(scene),
                Numbers.time(scene.seconds()),
                scene.frames(),
                Numbers.percent(scene.share()));
    }
}
