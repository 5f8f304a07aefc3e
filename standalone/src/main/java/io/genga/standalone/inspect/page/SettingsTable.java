package io.genga.standalone.inspect.page;

import io.genga.contracts.request.DrawingReuse;
import io.genga.standalone.inspect.InspectedFilm;
import java.util.Locale;

/** What each setting leaves to be computed, beside what leaving out whole frames would. */
final class SettingsTable {

    private SettingsTable() {}

    static String of(InspectedFilm film) {
        DrawingReuse chosen = film.plan().network().reuse();
        return "<table>\n"
                + row("every frame", "--reuse off", 1, "other")
                + row(
                        "whole frames left out",
                        "as other programs do, by mpdecimate's rule",
                        film.shareOfWholeFrames(),
                        "other")
                + row(film, DrawingReuse.EXACT, "what is equal, bit for bit", chosen)
                + row(film, DrawingReuse.FAITHFUL, "at least 48 dB like the network's result", chosen)
                + row(film, DrawingReuse.FAST, "at least 44 dB", chosen)
                + "</table>\n";
    }

    private static String row(InspectedFilm film, DrawingReuse reuse, String promise, DrawingReuse chosen) {
        String name = reuse == chosen ? reuse + " (this page)" : reuse.toString();
        return row(name, promise, film.share(reuse), reuse == chosen ? "chosen" : "");
    }

    private static String row(String name, String explanation, double share, String kind) {
        return String.format(
                Locale.ROOT,
                "<tr class=\"%s\"><th>%s <span class=\"note\">%s</span></th><td class=\"bar\">"
                        + "<div style=\"width:%.1f%%\"></div></td><td class=\"number\">%s</td></tr>%n",
                kind,
                name,
                explanation,
                100 * Math.min(1, share),
                Numbers.percent(share));
    }
}
