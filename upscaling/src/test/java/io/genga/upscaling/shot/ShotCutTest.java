package io.genga.upscaling.shot;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.upscaling.inference.KnownFilm;
import io.genga.upscaling.inference.Pictures;
import io.genga.upscaling.inference.Pictures.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShotCutTest {

    private final FramePool frames = new FramePool();

    @ParameterizedTest
    @EnumSource(KnownFilm.class)
    void a_film_of_one_shot_has_no_cut(KnownFilm film) {
        List<Integer> cuts = cuts(film::frame, KnownFilm.FRAMES, PixelLayout.RGB_8);

        switch (film) {
            // White for one frame: another picture, though the same shot goes on.
            case FLASH -> assertThat(cuts).containsExactly(10, 11);
            case CUT -> assertThat(cuts).containsExactly(12);
            default -> assertThat(cuts).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 10, 16})
    void shots_of_the_same_colours_are_told_apart_in_any_depth(int bits) {
        IntFunction<Content> film = frame -> frame < 4 ? standing(frame) : lying(frame);

        assertThat(cuts(film, 8, PixelLayout.RGB_8.withBitDepth(bits))).containsExactly(4);
    }

    @Test
    void a_cut_is_the_same_from_either_side() {
        try (Frame standing = picture(standing(0), PixelLayout.RGB_8);
                Frame lying = picture(lying(0), PixelLayout.RGB_8)) {
            FrameSketch one = FrameSketch.of(standing);
            FrameSketch other = FrameSketch.of(lying);

            assertThat(ShotCut.difference(one, other)).isEqualTo(ShotCut.difference(other, one));
            assertThat(ShotCut.difference(one, one)).isZero();
        }
    }

    private List<Integer> cuts(IntFunction<Content> film, int count, PixelLayout layout) {
        List<FrameSketch> sketches = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            try (Frame frame = picture(film.apply(number), layout)) {
                sketches.add(FrameSketch.of(frame));
            }
        }
        return IntStream.range(1, count)
                .filter(number -> ShotCut.between(sketches.get(number - 1), sketches.get(number)))
                .boxed()
                .toList();
    }

    private Frame picture(Content steps, PixelLayout layout) {
        int factor = layout.maxValue() / PixelLayout.RGB_8.maxValue();
        return Pictures.of(
                layout, KnownFilm.WIDTH, KnownFilm.HEIGHT, frames, (plane, x, y) -> factor * steps.sample(plane, x, y));
    }

    /** A light field beside a dark one, which pans. */
    private static Content standing(int frame) {
        return (plane, x, y) -> x + 2 * frame < KnownFilm.WIDTH / 2 ? 200 - 30 * plane : 50 + 20 * plane;
    }

    /** A light field above a dark one, which pans. */
    private static Content lying(int frame) {
        return (plane, x, y) -> y + 2 * frame < KnownFilm.HEIGHT / 2 ? 200 - 30 * plane : 50 + 20 * plane;
    }
}
