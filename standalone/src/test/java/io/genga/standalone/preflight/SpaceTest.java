package io.genga.standalone.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.X264Settings;
import io.genga.frames.PixelLayout;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceTest {

    private static final long SOURCE_BYTES = 1_000_000;
    private static final long PIXELS = 181L * 1280 * 960;

    @TempDir
    Path folder;

    @Test
    void better_quality_needs_more_space_and_lossless_the_most() {
        long poor = SpaceEstimate.of(SOURCE_BYTES, PIXELS, PixelLayout.YUV420_8, new X264Settings(30, "medium"))
                .outputBytes();
        long good = SpaceEstimate.of(SOURCE_BYTES, PIXELS, PixelLayout.YUV420_8, new X264Settings(12, "medium"))
                .outputBytes();
        long lossless = SpaceEstimate.of(SOURCE_BYTES, PIXELS, PixelLayout.YUV420_8, new Ffv1Settings())
                .outputBytes();

        assertThat(poor).isGreaterThan(SOURCE_BYTES).isLessThan(good);
        assertThat(good).isLessThan(lossless);
    }

    @Test
    void a_lossless_intermediate_film_needs_space_on_the_platform_alone() {
        SpaceEstimate cut =
                SpaceEstimate.of(SOURCE_BYTES, PIXELS, PixelLayout.YUV420_8, new X264Settings(18, "medium"));
        SpaceEstimate decodedOnce = cut.withIntermediate(8_000_000, PixelLayout.YUV420_8);

        assertThat(decodedOnce.platformBytes() - cut.platformBytes()).isEqualTo(6_000_000);
        assertThat(decodedOnce.outputBytes()).isEqualTo(cut.outputBytes());
    }

    @Test
    void a_disk_with_room_is_accepted_though_the_folders_do_not_exist_yet() {
        assertThatCode(() -> SpaceCheck.require(
                        new SpaceEstimate(1, 1), folder.resolve("data/below"), folder.resolve("out.mkv")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_disk_without_room_is_refused_with_what_is_there_and_what_is_needed() {
        SpaceEstimate exbibyte = new SpaceEstimate(1L << 60, 0);

        assertThatThrownBy(() -> SpaceCheck.require(exbibyte, folder, folder.resolve("out.mkv")))
                .isInstanceOfSatisfying(CommandException.class, refusal -> assertThat(refusal.exitCode())
                        .isEqualTo(ExitCode.OUTPUT_UNWRITABLE))
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(" MiB left")
                .hasMessageContaining("1099511627776 MiB are needed");
    }
}
