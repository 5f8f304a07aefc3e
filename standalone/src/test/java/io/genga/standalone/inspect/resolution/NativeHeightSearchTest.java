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

    @ParameterizedTest
    @CsvSource({"360, 480", "360, 600", "432, 480"})
    void the_height_of_a_drawing_that_was_enlarged_is_found(int drawn, int enlarged) {
        NativeHeight result = search(number -> enlarged(drawing(number, drawn), enlarged));

        assertThat(result.found().height()).isEqualTo(drawn);
        assertThat(result.found().confidence()).isBetween(0.35, 1.0);
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
    void what_was_enlarged_by_less_than_a_tenth_is_left_as_it_is() {
        assertThat(search(number -> enlarged(drawing(number, 456), 480)).found())
                .isNull();
    }

    @Test
    void noise_is_left_as_it_is() {
        Random random = new Random(1);

        assertThat(search(number -> of(480, (row, column) -> random.nextInt(256)))
                        .found())
                .isNull();
    }

    @Test
    void noise_over_what_was_enlarged_does_not_lead_astray() {
        Random random = new Random(1);

        NativeHeight result = search(number -> {
            PictureColumns enlarged = enlarged(drawing(number, 360), 480);
            return of(480, (row, column) -> enlarged.samples()[row * COLUMNS + column] + (float) random.nextGaussian());
        });

        assertThat(result.found().height()).isEqualTo(360);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 128})
    void a_flat_picture_tells_nothing(int level) {
        NativeHeight result = search(number -> of(480, (row, column) -> level));

        assertThat(result.found()).isNull();
        assertThat(result.curve()).isEmpty();
    }

    private static NativeHeight search(IntFunction<PictureColumns> picture) {
        List<PictureColumns> pictures =
                IntStream.range(0, PICTURES).mapToObj(picture).toList();
        return NativeHeightSearch.search(pictures);
    }

    private static PictureColumns drawing(int number, int rows) {
        BufferedImage picture = SampleFilm.draw(number * FRAMES_BETWEEN, rows * 16 / 9, rows);
        return of(rows, (row, column) -> {
            int x = (2 * column + 1) * picture.getWidth() / (2 * COLUMNS);
            return picture.getRaster().getSample(x, row, 1);
        });
    }

    /** Bilinearly, rounded to whole steps. */
    private static PictureColumns enlarged(PictureColumns picture, int rows) {
        return of(rows, (row, column) -> {
            double place = Math.max(0, Math.min(picture.rows() - 1.0, (row + 0.5) * picture.rows() / rows - 0.5));
            int above = Math.min(picture.rows() - 2, (int) place);
            double share = place - above;
            float upper = picture.samples()[above * COLUMNS + column];
            float lower = picture.samples()[(above + 1) * COLUMNS + column];
            return Math.round(upper * (1 - share) + lower * share);
        });
    }

    private static PictureColumns of(int rows, Samples samples) {
        float[] all = new float[rows * COLUMNS];
        for (int i = 0; i < all.length; i++) {
            all[i] = samples.at(i / COLUMNS, i % COLUMNS);
        }
        return new PictureColumns(rows, COLUMNS, all);
    }

    private interface Samples {

        float at(int row, int column);
    }
}
