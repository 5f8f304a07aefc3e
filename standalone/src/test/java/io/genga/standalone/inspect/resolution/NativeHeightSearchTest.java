package io.genga.standalone.inspect.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.samplefilm.SampleFilm;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeHeightSearchTest {

    private static final int PICTURES = 8;
    private static final int COLUMNS = 24;
    private static final int FRAMES_BETWEEN = 20;

    /** A picture of grey, by row and pixel. */
    private record Picture(int width, int height, PictureColumns.Samples samples) {

        PictureColumns columns() {
            return PictureColumns.of(
                    height, COLUMNS, (row, column) -> samples.at(row, (2 * column + 1) * width / (2 * COLUMNS)));
        }

        PictureColumns lines() {
            return PictureColumns.of(
                    width, COLUMNS, (x, line) -> samples.at((2 * line + 1) * height / (2 * COLUMNS), x));
        }
    }

    @ParameterizedTest
    @CsvSource({"360, 480", "360, 600", "432, 480"})
    void the_height_of_a_drawing_that_was_enlarged_is_found(int drawn, int enlarged) {
        NativeHeight result = search(number -> enlarged(drawing(number, drawn), enlarged));

        assertThat(result.found().height()).isEqualTo(drawn);
        assertThat(result.found().confidence()).isBetween(0.5, 1.0);
        assertThat(result.rows()).isEqualTo(enlarged);
    }

    /** The sample film is drawn on a grid of 576 rows: pictures of 720 could be taken for enlarged ones. */
    @ParameterizedTest
    @ValueSource(ints = {480, 720})
    void a_drawing_that_was_not_enlarged_is_left_as_it_is(int drawn) {
        NativeHeight result = search(number -> drawing(number, drawn));

        assertThat(result.found()).isNull();
        assertThat(result.curve()).isNotEmpty();
        assertThat(result.advice()).contains("leave its height as it is");
    }

    @Test
    void what_was_enlarged_in_height_alone_is_left_as_it_is() {
        assertThat(search(number -> higher(drawing(number, 360), 480)).found()).isNull();
    }

    @Test
    void what_was_enlarged_by_less_than_a_tenth_is_left_as_it_is() {
        assertThat(search(number -> enlarged(drawing(number, 456), 480)).found())
                .isNull();
    }

    @Test
    void noise_is_left_as_it_is() {
        assertThat(search(number -> noise(number, 255)).found()).isNull();
    }

    @Test
    void noise_over_what_was_enlarged_does_not_lead_astray() {
        NativeHeight result = search(number -> {
            Picture enlarged = enlarged(drawing(number, 360), 480);
            Picture noise = noise(number, 4);
            return new Picture(
                    enlarged.width(),
                    enlarged.height(),
                    (row, x) -> enlarged.samples().at(row, x) + noise.samples().at(row, x));
        });

        assertThat(result.found().height()).isEqualTo(360);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 128})
    void a_flat_picture_tells_nothing(int level) {
        NativeHeight result = search(number -> new Picture(640, 480, (row, x) -> level));

        assertThat(result.found()).isNull();
        assertThat(result.curve()).isEmpty();
    }

    private static NativeHeight search(IntFunction<Picture> picture) {
        List<Picture> pictures = IntStream.range(0, PICTURES).mapToObj(picture).toList();
        return NativeHeightSearch.search(
                pictures.stream().map(Picture::columns).toList(),
                pictures.stream().map(Picture::lines).toList());
    }

    private static Picture drawing(int number, int rows) {
        BufferedImage picture = SampleFilm.draw(number * FRAMES_BETWEEN, rows * 16 / 9, rows);
        return new Picture(
                picture.getWidth(), rows, (row, x) -> picture.getRaster().getSample(x, row, 1));
    }

    /** From 0 to {@code most}, as large as a film of 480 rows or larger. */
    private static Picture noise(int number, int most) {
        int width = 480 * 16 / 9;
        int[] values = new Random(number).ints(480L * width, 0, most + 1).toArray();
        return new Picture(width, 480, (row, x) -> values[row * width + x]);
    }

    private static Picture enlarged(Picture picture, int rows) {
        return turned(higher(turned(higher(picture, rows)), rows * 16 / 9));
    }

    private static Picture turned(Picture picture) {
        return new Picture(
                picture.height(), picture.width(), (row, x) -> picture.samples().at(x, row));
    }

    /** Bilinearly, rounded to whole steps. */
    private static Picture higher(Picture picture, int rows) {
        return new Picture(picture.width(), rows, (row, x) -> {
            double place = Math.max(0, Math.min(picture.height() - 1.0, (row + 0.5) * picture.height() / rows - 0.5));
            int above = Math.min(picture.height() - 2, (int) place);
            double share = place - above;
            float upper = picture.samples().at(above, x);
            float lower = picture.samples().at(above + 1, x);
            return Math.round(upper * (1 - share) + lower * share);
        });
    }
}
