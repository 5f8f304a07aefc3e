package io.genga.media.still;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.X264Settings;
import io.genga.media.fixture.Remastering;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.GroupOfPictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BeforeAndAfterTest {

    private static final int FRAMES = 48;
    /** A frame is so much brighter than the one before it, in steps of limited range. */
    private static final int STEP = 4;

    private static final String GREY = "geq=lum='16+%d*N':cb=128:cr=128".formatted(STEP);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(GroupOfPictures.class)
    void both_show_the_middle_of_the_middle_chunk(GroupOfPictures groups) throws IOException {
        Path source = brightening().grouped(groups).make();
        Remastering work = Remastering.plan(
                source, new X264Settings(18, "veryfast"), OutputContainer.MATROSKA, Duration.ofMillis(300), folder);

        requireMiddle(work);
    }

    @ParameterizedTest
    @CsvSource({"mp4,MP4", "mkv,MATROSKA", "mkv,MP4", "mp4,MATROSKA"})
    void films_are_entered_at_the_right_place_whatever_their_container(String from, OutputContainer to)
            throws IOException {
        Path source = brightening().filtered(GREY + ",setpts=PTS+3/TB").in(from).make();
        Remastering work =
                Remastering.plan(source, new X264Settings(18, "veryfast"), to, Duration.ofMillis(300), folder);
        assertThat(work.plan().chunks()).hasSizeGreaterThan(2);

        requireMiddle(work);
    }

    @Test
    void the_picture_is_as_large_and_as_coloured_as_the_film() throws IOException {
        Path source = FilmRecipe.testPicture(96, 64, 24, 5).make();
        Remastering work =
                Remastering.plan(source, new Ffv1Settings(), OutputContainer.MATROSKA, Duration.ofSeconds(1), folder);

        Pair pair = write(work);

        assertThat(pair.after().getWidth() + "x" + pair.after().getHeight()).isEqualTo("192x128");
        for (int y = 0; y < 64; y += 7) {
            for (int x = 0; x < 96; x += 7) {
                assertSimilar(pair.before().getRGB(x, y), pair.after().getRGB(2 * x, 2 * y));
            }
        }
    }

    private static FilmRecipe brightening() {
        return FilmRecipe.testPicture(64, 48, 24, FRAMES).filtered(GREY);
    }

    private record Pair(BufferedImage before, BufferedImage after) {}

    private Pair write(Remastering work) throws IOException {
        Path before = folder.resolve("before.png");
        Path after = folder.resolve("after.png");
        BeforeAndAfter.write(work.plan(), work.source(), work.film(), before, after);
        return new Pair(ImageIO.read(before.toFile()), ImageIO.read(after.toFile()));
    }

    private void requireMiddle(Remastering work) throws IOException {
        Pair pair = write(work);

        int middle = middleOf(work.plan());
        assertThat(frameNumber(pair.before())).isEqualTo(middle);
        assertThat(frameNumber(pair.after())).isEqualTo(middle);
    }

    private static int middleOf(Plan plan) {
        int index = plan.chunks().size() / 2;
        int before = plan.chunks().subList(0, index).stream()
                .mapToInt(PlannedChunk::frameCount)
                .sum();
        return before + plan.chunks().get(index).frameCount() / 2;
    }

    private static int frameNumber(BufferedImage picture) {
        int grey = picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2) & 0xff;
        return Math.round(grey * 219f / 255f / STEP);
    }

    private static void assertSimilar(int expected, int found) {
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(found >> shift & 0xff)
                    .isBetween((expected >> shift & 0xff) - 24, (expected >> shift & 0xff) + 24);
        }
    }
}
