package io.genga.standalone.inspect;

import io.genga.contracts.request.DrawingReuse;
import java.util.Locale;

/** What was found, in words for those who pay for it. */
public final class Summary {

    /** Below it nobody would notice. */
    private static final double LEAST_SAVING = 0.05;

    private static final int HOURS = 10;

    private Summary() {}

    public static String of(InspectedFilm film) {
        DrawingReuse reuse = film.plan().network().reuse();
        double share = film.share(reuse);
        if (share > 1 - LEAST_SAVING) {
            return String.format(
                    Locale.ROOT,
                    "%d frames show %d drawings, and nearly all of the picture changes from one to the next: there is little to"
                            + " save here.",
                    film.frames().size(),
                    film.drawings());
        }
        return String.format(
                Locale.ROOT,
                "%d frames show %d drawings, of which parts are held, too. The network has to look at %.0f %% of all pixels: what"
                        + " would take it %d hours takes %.1f.",
                film.frames().size(),
                film.drawings(),
                100 * share,
                HOURS,
                HOURS * share);
    }
}
