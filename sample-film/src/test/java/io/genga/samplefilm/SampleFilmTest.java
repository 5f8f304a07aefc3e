package io.genga.samplefilm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.samplefilm.scene.Conversation;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The film says the truth about itself. */
class SampleFilmTest {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 144;
    private static final Rectangle NUMBER = SampleFilm.numberArea(WIDTH, HEIGHT);

    private static final List<BufferedImage> PICTURES = new ArrayList<>();

    @BeforeAll
    static void draw() {
        for (SampleFrame frame : SampleFilm.frames()) {
            PICTURES.add(SampleFilm.draw(frame.number(), WIDTH, HEIGHT));
        }
    }

    @Test
    void it_lasts_seven_seconds() {
        assertThat(SampleFilm.frames()).hasSize(7 * SampleFilm.FRAMES_PER_SECOND);
    }

    @Test
    void frames_of_one_drawing_differ_in_nothing_but_the_number() {
        Map<String, Integer> seen = new HashMap<>();
        for (SampleFrame frame : SampleFilm.frames()) {
            int first = seen.computeIfAbsent(frame.drawing(), name -> frame.number());
            assertThat(differences(first, frame.number()))
                    .as(frame + " and " + first)
                    .allMatch(pixel -> NUMBER.contains(pixel.x, pixel.y));
        }
        assertThat(seen).hasSizeBetween(80, 130);
    }

    @Test
    void where_the_drawing_changes_more_changes_than_the_number() {
        for (int number = 1; number < SampleFilm.FRAMES; number++) {
            if (!drawing(number).equals(drawing(number - 1))) {
                assertThat(differences(number - 1, number))
                        .as(drawing(number))
                        .anyMatch(pixel -> !NUMBER.contains(pixel.x, pixel.y));
            }
        }
    }

    @Test
    void every_frame_bears_a_number_of_its_own() {
        Set<List<Integer>> numbers = new HashSet<>();
        for (BufferedImage picture : PICTURES) {
            int[] pixels = picture.getRGB(NUMBER.x, NUMBER.y, NUMBER.width, NUMBER.height, null, 0, NUMBER.width);
            numbers.add(IntStream.of(pixels).boxed().toList());
        }
        assertThat(numbers).hasSize(SampleFilm.FRAMES);
    }

    @Test
    void only_her_mouth_moves_while_her_body_is_held() {
        assertThat(drawing(7)).isEqualTo("Morning: body 0, mouth 1");
        assertThat(drawing(8)).isEqualTo("Morning: body 0, mouth 2");
        Rectangle mouth = AffineTransform.getScaleInstance(WIDTH / 1024.0, HEIGHT / 576.0)
                .createTransformedShape(Conversation.mouthArea())
                .getBounds();

        assertThat(differences(7, 8))
                .filteredOn(pixel -> !NUMBER.contains(pixel.x, pixel.y))
                .isNotEmpty()
                .allMatch(pixel -> mouth.contains(pixel.x, pixel.y));
    }

    @Test
    void drawings_are_held_on_twos_and_threes_while_she_speaks() {
        List<Integer> holds = new ArrayList<>();
        int begin = 9;
        for (int number = begin + 1; number < 30; number++) {
            if (!drawing(number).equals(drawing(number - 1))) {
                holds.add(number - begin);
                begin = number;
            }
        }
        assertThat(holds).contains(2, 3).allMatch(hold -> hold <= 3);
    }

    @Test
    void there_is_no_frame_beyond_the_last_one() {
        assertThatThrownBy(() -> SampleFilm.frame(SampleFilm.FRAMES)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static String drawing(int number) {
        return SampleFilm.frame(number).drawing();
    }

    private static List<Point> differences(int one, int other) {
        List<Point> pixels = new ArrayList<>();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if (PICTURES.get(one).getRGB(x, y) != PICTURES.get(other).getRGB(x, y)) {
                    pixels.add(new Point(x, y));
                }
            }
        }
        return pixels;
    }
}
