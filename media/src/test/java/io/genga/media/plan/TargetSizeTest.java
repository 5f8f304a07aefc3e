package io.genga.media.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.PictureSettings;
import io.genga.media.probe.RefusedMediaException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetSizeTest {

    private static final PictureSize FULL_HD = new PictureSize(1920, 1080);

    @Test
    void the_network_decides_unless_a_height_is_asked_for() {
        PictureSize reduced = FULL_HD.ofHeight(720);

        assertThat(of(FULL_HD, network(2, null), PictureSettings.NONE)).isEqualTo(new PictureSize(3840, 2160));
        assertThat(of(FULL_HD, network(2, reduced), new PictureSettings(720, null, null)))
                .isEqualTo(new PictureSize(2560, 1440));
        assertThat(of(FULL_HD, network(2, reduced), new PictureSettings(720, 2160, null)))
                .isEqualTo(new PictureSize(3840, 2160));
        assertThat(of(FULL_HD, network(4, null), new PictureSettings(null, 720, null)))
                .isEqualTo(new PictureSize(1280, 720));
    }

    @Test
    void a_width_is_even_and_keeps_the_shape() {
        assertThat(of(new PictureSize(853, 480), network(2, null), new PictureSettings(null, 1080, null)))
                .isEqualTo(new PictureSize(1920, 1080));
        assertThat(of(new PictureSize(853, 480), network(1, null), new PictureSettings(null, 480, null)))
                .isEqualTo(new PictureSize(854, 480));
    }

    @Test
    void a_native_height_that_reduces_nothing_is_refused() {
        assertThatExceptionOfType(RefusedMediaException.class)
                .isThrownBy(() -> of(FULL_HD, network(2, null), new PictureSettings(1080, null, null)))
                .withMessage("'film.mkv' has pictures of 1080 rows, which a native height of 1080 would not make"
                        + " smaller: leave the native height out, or ask for less");
    }

    @Test
    void a_height_too_small_for_the_shape_is_refused() {
        assertThat(of(new PictureSize(640, 480), network(2, null), new PictureSettings(null, 18, null)))
                .isEqualTo(new PictureSize(24, 18));
        assertThatExceptionOfType(RefusedMediaException.class)
                .isThrownBy(() -> of(new PictureSize(640, 480), network(2, null), new PictureSettings(null, 16, null)))
                .withMessage("'film.mkv' has pictures of 640x480, which would lose their shape as 22x16: ask for a"
                        + " larger height");
    }

    @Test
    void pictures_that_no_machine_holds_are_refused_also_where_they_only_lie_between() {
        assertThatExceptionOfType(RefusedMediaException.class)
                .isThrownBy(() -> of(FULL_HD, network(64, null), new PictureSettings(null, 1080, null)))
                .withMessageContaining("122880x69120");
        assertThatExceptionOfType(RefusedMediaException.class)
                .isThrownBy(
                        () -> of(new PictureSize(8000, 2), network(1, null), new PictureSettings(null, 16_384, null)))
                .withMessageContaining("65536000x16384");
    }

    private static PictureSize of(PictureSize source, PlannedNetwork network, PictureSettings settings) {
        return TargetSize.of(source, network, settings, "film.mkv");
    }

    private static PlannedNetwork network(int scale, PictureSize reducedTo) {
        return new PlannedNetwork(
                new NetworkReference("n", Sha256.of(new byte[0])),
                "fp32",
                scale,
                new PlannedTiles(64, 64, 4),
                DrawingReuse.OFF,
                null,
                null,
                reducedTo,
                null,
                List.of());
    }
}
