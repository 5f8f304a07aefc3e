package io.genga.media.verify.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.media.verify.Check;
import io.genga.media.verify.ComparisonReport;
import io.genga.media.verify.FrameStrips;
import io.genga.media.verify.FrameStrips.Pair;
import io.genga.media.verify.FrameStrips.Picture;
import io.genga.media.verify.FrameStrips.Place;
import io.genga.media.verify.FrameStrips.Strip;
import io.genga.media.verify.Likeness;
import io.genga.media.verify.Timeline;
import io.genga.media.verify.VerifiedFilm;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationPageTest {

    private static final String HOSTILE = "<script>alert('\"')</script>&.mkv";

    @Test
    void the_verdict_and_the_first_fault_stand_on_top() {
        String good = VerificationPage.of(report(true, 3, List.of()));
        String bad = VerificationPage.of(report(false, 3, List.of()));

        assertThat(good).contains("<header class=\"good\">\n<h1>No fault was found</h1>\n<dl>");
        assertThat(bad)
                .contains("<h1>1 of 2 checks failed</h1>\n<p class=\"reason\">order: frame 7 shows frame 6</p>")
                .contains("<li class=\"bad\"><b>✗ order</b>");
    }

    @Test
    void names_of_strangers_stay_text() {
        String page = VerificationPage.of(report(true, 1, List.of()));

        assertThat(page)
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(&#39;&quot;&#39;)&lt;/script&gt;&amp;");
    }

    @Test
    void nothing_lies_elsewhere() {
        String page = VerificationPage.of(report(true, 3, List.of(strip(Place.BORDER))));

        assertThat(page).doesNotContain("http:", "https:", "<link", "url(", "@import");
        assertThat(page).contains("src=\"data:image/jpeg;base64,/9j/\"");
    }

    @Test
    void how_many_borders_there_are_is_said_where_not_all_are_shown() {
        String some = VerificationPage.of(report(true, 3, List.of(strip(Place.BORDER))));

        assertThat(some).contains("Of 2 borders between chunks, the 1 at which they differ most");
    }

    @Test
    void a_long_film_has_no_more_columns_than_a_screen() {
        String page = VerificationPage.of(report(true, 20_000, List.of()));

        String curve = page.substring(page.indexOf("d=\"M"));
        assertThat(curve.substring(0, curve.indexOf("\"/>")).chars().filter(c -> c == 'V'))
                .hasSize(1001);
        assertThat(page).contains("<span>5:33:20</span>");
    }

    private static Strip strip(Place place) {
        Picture picture = new Picture(160, 90, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
        return new Strip(place, 24, 1, 0.5, List.of(new Pair(23, picture, picture), new Pair(24, picture, picture)));
    }

    private static ComparisonReport report(boolean passed, int seconds, List<Strip> strips) {
        return new ComparisonReport(
                HOSTILE,
                "film.mkv",
                72,
                List.of(
                        new Check("decoding", true, "72 whole pictures, 0 damaged"),
                        new Check("order", passed, "frame 7 shows frame 6")),
                new VerifiedFilm(72, 1, 0, 0),
                new Likeness(0.4, 1.9, 0.25, 44.0),
                new Timeline(Collections.nCopies(seconds, 1.5), List.of(1.0, 2.0), List.of()),
                new FrameStrips(2, strips));
    }
}
