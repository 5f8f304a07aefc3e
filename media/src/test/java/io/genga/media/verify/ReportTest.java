package io.genga.media.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genga.contracts.json.ContractJson;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.X264Settings;
import io.genga.media.fixture.Remastering;
import io.genga.media.verify.FrameStrips.Place;
import io.genga.media.verify.FrameStrips.Strip;
import io.genga.testsupport.film.FilmRecipe;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of two films besides the verdict. */
class ReportTest {

    private static final int FRAMES = 72;
    private static final Path SOURCE = FilmRecipe.testPicture(160, 120, 24, FRAMES)
            .filtered("setsar=4/3")
            .encoded(
                    "-c:v",
                    "libx264",
                    "-preset",
                    "veryfast",
                    "-x264-params",
                    "keyint=4:min-keyint=4:scenecut=0:bframes=0")
            .in("mkv")
            .make();

    @TempDir
    Path folder;

    @Test
    void of_many_borders_those_are_shown_at_which_the_films_differ_most() {
        Remastering work = remastering(Duration.ofMillis(160));
        int borders = work.plan().chunks().size() - 1;
        assertThat(borders).isEqualTo(17);

        FrameStrips strips = examine(work).strips();

        assertThat(strips.borders()).isEqualTo(borders);
        assertThat(strips.shown()).hasSize(12).allMatch(strip -> strip.place() == Place.BORDER);
        assertThat(strips.shown()).extracting(Strip::frame).isSorted().allMatch(frame -> frame % 4 == 0);
        assertThat(strips.shown()).allSatisfy(strip -> assertThat(strip.frames())
                .extracting(FrameStrips.Pair::frame)
                .containsExactly(strip.frame() - 2, strip.frame() - 1, strip.frame(), strip.frame() + 1));
    }

    @Test
    void a_picture_of_a_strip_is_told_the_shape_in_which_it_is_shown() throws IOException {
        FrameStrips.Pair pair = examine(remastering(Duration.ofSeconds(1)))
                .strips()
                .shown()
                .get(0)
                .frames()
                .get(0);

        for (FrameStrips.Picture picture : new FrameStrips.Picture[] {pair.source(), pair.result()}) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.jpeg()));
            assertThat(picture.width() + "x" + picture.height()).isEqualTo("160x90");
            assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo("192x108");
        }
    }

    @Test
    void a_film_of_any_other_tool_is_shown_at_regular_places() {
        FrameStrips strips =
                FilmComparison.compare(SOURCE, SOURCE, frames -> {}).strips();

        assertThat(strips.borders()).isZero();
        assertThat(strips.shown()).extracting(Strip::frame).containsExactly(0L, 12L, 24L, 36L, 48L, 60L);
        assertThat(strips.shown()).allMatch(strip -> strip.place() == Place.REGULAR);
    }

    @Test
    void a_frame_in_a_wrong_place_is_shown_and_marked() {
        Path faulty = FilmRecipe.picturesOf(SOURCE, 24, FRAMES)
                .filtered("shuffleframes=mapping='1 0',select='lt(n," + FRAMES + ")'")
                .in("mkv")
                .make();

        ComparisonReport report = FilmComparison.compare(SOURCE, faulty, frames -> {});

        assertThat(report.timeline().faults()).hasSizeGreaterThan(20).allSatisfy(fault -> assertThat(fault.seconds())
                .isBetween(0.0, 3.0));
        assertThat(report.strips().shown())
                .filteredOn(strip -> strip.place() == Place.FAULT)
                .extracting(Strip::frame)
                .first()
                .isIn(0L, 1L);
    }

    @Test
    void the_timeline_has_every_second_and_every_border() {
        Timeline timeline = examine(remastering(Duration.ofSeconds(1))).timeline();

        assertThat(timeline.seconds()).isEqualTo(3);
        assertThat(timeline.differences())
                .allSatisfy(difference -> assertThat(difference).isBetween(0.01, 4.0));
        assertThat(timeline.borders()).containsExactly(1.0, 2.0);
        assertThat(timeline.faults()).isEmpty();
    }

    @Test
    void other_colours_have_a_greater_distance() {
        Path tinted = FilmRecipe.picturesOf(SOURCE, 24, FRAMES)
                .filtered("hue=h=20")
                .in("mkv")
                .make();

        Likeness same = FilmComparison.compare(SOURCE, SOURCE, frames -> {}).likeness();
        Likeness other = FilmComparison.compare(SOURCE, tinted, frames -> {}).likeness();

        assertThat(same.deltaE()).isZero();
        assertThat(same.decibels()).isNull();
        assertThat(other.deltaE()).isBetween(3.0, 30.0);
        assertThat(other.worstDeltaE()).isGreaterThan(other.deltaE());
        assertThat(other.decibels()).isBetween(15.0, 60.0);
    }

    @Test
    void the_json_has_all_but_the_pictures() throws IOException {
        ComparisonReport report = examine(remastering(Duration.ofSeconds(1)));

        JsonNode json = new ObjectMapper().readTree(ContractJson.write(report));

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "source", "result", "frames", "checks", "kept", "likeness", "timeline", "passed");
        assertThat(json.get("checks").get(0).fieldNames()).toIterable().containsExactly("name", "passed", "finding");
        assertThat(json.get("timeline").get("differences")).hasSize(3);
    }

    private Remastering remastering(Duration chunk) {
        return Remastering.plan(SOURCE, new X264Settings(18, "ultrafast"), OutputContainer.MATROSKA, chunk, folder);
    }

    private static ComparisonReport examine(Remastering work) {
        ComparisonReport report = FilmVerifier.examine(work.plan(), SOURCE, work.film(), frames -> {});
        assertThat(report.passed()).as(report.toString()).isTrue();
        return report;
    }
}
