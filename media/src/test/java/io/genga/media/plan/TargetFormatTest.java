package io.genga.media.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.Sha256;
import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.Rational;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.EncoderChoice;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.RemasterRequest;
import io.genga.media.encode.EncoderProbe;
import io.genga.media.ffmpeg.PixelFormats;
import io.genga.media.probe.RefusedMediaException;
import io.genga.media.probe.SourceDescription;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the encoders of this build take decides. */
class TargetFormatTest {

    @ParameterizedTest
    @CsvSource({
        "yuv420p, x264, , yuv420p",
        "yuvj420p, x264, , yuv420p",
        "yuv420p, x264, 10, yuv420p10le",
        "yuv444p10le, x264, , yuv444p10le",
        "yuv420p10le, x264, 8, yuv420p",
        "gray, x264, , gray",
        "yuv422p12le, x265, , yuv422p12le",
        "gbrp, x265, , gbrp",
        "yuv420p10le, svtav1, , yuv420p10le",
        "gray, svtav1, , yuv420p",
        "yuv420p12le, svtav1, 10, yuv420p10le",
        "yuv420p, prores, , yuv422p10le",
        "yuv444p, prores, , yuv444p10le",
        "gbrp12le, ffv1, , gbrp12le",
        "yuv422p, ffv1, , yuv422p"
    })
    void the_smallest_format_that_holds_the_source_is_chosen(
            String source, String encoder, Integer bitDepth, String target) {
        assertThat(choose(source, "bt709", encoder, bitDepth)).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "yuv420p12le; x264; ; choose the encoder x265 or ffv1",
                "yuv422p10le; svtav1; ; choose the encoder x264 or x265 or prores or ffv1",
                "gbrp; x264; ; choose the encoder x265 or ffv1",
                "yuv420p; prores; 8; choose the encoder x264 or x265 or svtav1 or ffv1"
            })
    void an_encoder_that_cannot_keep_the_source_is_refused_with_those_that_can(
            String source, String encoder, Integer bitDepth, String remedy) {
        assertThatExceptionOfType(RefusedMediaException.class)
                .isThrownBy(() -> choose(source, "bt709", encoder, bitDepth))
                .withMessageStartingWith("'film.mkv' needs pictures of the format " + source + ", which " + encoder)
                .withMessageEndingWith(remedy);
    }

    @ParameterizedTest
    @CsvSource({"yuv420p, smpte2084,", "yuv420p, arib-std-b67,", "yuv420p10le, smpte2084, 8"})
    void high_dynamic_range_needs_ten_bits(String source, String transfer, Integer bitDepth) {
        assertThatExceptionOfType(RefusedMediaException.class)
                .isThrownBy(() -> choose(source, transfer, "x265", bitDepth))
                .withMessageContaining("high dynamic range")
                .withMessageEndingWith("ask for a bit depth of 10");
        assertThat(choose(source, transfer, "x265", 10)).isEqualTo("yuv420p10le");
    }

    private static String choose(String pixelFormat, String transfer, String encoder, Integer bitDepth) {
        SourceDescription source = new SourceDescription(
                "matroska",
                "hevc",
                0,
                64,
                48,
                pixelFormat,
                new Rational(1, 24),
                new Rational(1, 1),
                new ColourTags("bt2020", transfer, "bt2020nc", "tv", "left"),
                null,
                1,
                List.of(),
                false);
        RemasterRequest request = new RemasterRequest(
                new NetworkReference("nearest", new Sha256("0".repeat(64))),
                new EncoderChoice(encoder, null, null).settings(),
                OutputContainer.MATROSKA,
                "film.mkv",
                PoolName.CPU,
                bitDepth,
                DrawingReuse.OFF,
                null);
        return PixelFormats.nameOf(TargetFormat.choose(source, request, EncoderProbe.withThreads(1), "film.mkv"));
    }
}
