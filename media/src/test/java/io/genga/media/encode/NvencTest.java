package io.genga.media.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.genga.contracts.request.NvencSettings;
import io.genga.contracts.request.NvencSettings.Format;
import io.genga.contracts.request.OutputContainer;
import io.genga.frames.FrameFormat;
import io.genga.frames.PixelLayout;
import io.genga.media.ffmpeg.FfmpegCall;
import io.genga.media.ffmpeg.PixelFormats;
import io.genga.media.fixture.Examination;
import io.genga.media.fixture.Remastering;
import io.genga.media.probe.RefusedMediaException;
import io.genga.testsupport.film.FilmRecipe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be known of NVENC without a card that has it, and, where there is one, that its chunks are joined. */
class NvencTest {

    private static final PictureProperties PICTURE = null;
    private static final int ANY_THREADS = 1;

    @TempDir
    Path folder;

    static Stream<NvencSettings> settings() {
        return Stream.of(Format.values()).flatMap(format -> NvencSettings.PRESETS.stream()
                .flatMap(preset -> Stream.of(
                        new NvencSettings(format, 20, preset, null),
                        new NvencSettings(format, 51, preset, format == Format.H264 ? "hq" : "uhq"))));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void this_build_of_ffmpeg_knows_every_option_and_value(NvencSettings settings) {
        NvencConfiguration configuration = new NvencConfiguration(settings);
        Map<String, String> options = configuration.options(PICTURE, ANY_THREADS);

        AVCodecContext context = avcodec_alloc_context3(avcodec_find_encoder_by_name(configuration.codecName()));
        try {
            assertThat(options).allSatisfy((key, value) -> assertThat(av_opt_set(context.priv_data(), key, value, 0))
                    .as(key + "=" + value)
                    .isZero());
        } finally {
            avcodec_free_context(context);
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void the_encoder_takes_the_pictures_in_the_format_it_is_given(Format format) {
        NvencConfiguration configuration = new NvencConfiguration(NvencSettings.of(format));

        assertThat(SupportedFormats.of(configuration.codecName()))
                .contains(configuration.inputFormat(PixelLayout.YUV420_8))
                .contains(configuration.inputFormat(PixelLayout.YUV420_8.withBitDepth(10)));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void without_a_card_a_film_is_refused_in_one_sentence(Format format) {
        NvencSettings settings = NvencSettings.of(format);
        assumeTrue(NvencCard.missing(new NvencConfiguration(settings)).isPresent());
        Path film = film("yuv420p");

        assertThatExceptionOfType(RefusedMediaException.class)
                .isThrownBy(() -> plan(film, settings))
                .withMessageContaining("cannot be encoded by " + settings.encoderName() + " on this machine: ")
                .withMessageContaining("NVIDIA's driver is not there (libcuda.so.1 and libnvidia-encode.so.1")
                .withMessageEndingWith(
                        "choose the encoder x264, x265 or svtav1, or plan and work on a machine that has what is missing");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void with_a_card_the_chunks_of_a_film_are_joined(Format format) {
        NvencSettings settings = NvencSettings.of(format);
        assumeTrue(NvencCard.missing(new NvencConfiguration(settings)).isEmpty());
        for (String pixels : format == Format.H264 ? List.of("yuv420p") : List.of("yuv420p", "yuv420p10le")) {
            Path film = film(pixels);
            Remastering work = plan(film, settings);

            assertThat(work.plan().chunks()).hasSizeGreaterThan(1);
            assertThat(work.plan().target().pixelFormat()).isEqualTo(pixels);
            assertThat(Examination.passed(work.plan(), film, work.film()).frames())
                    .isEqualTo(48);
        }
    }

    /** Ten bits lie in the upper ones of 16; Cb and Cr follow one another. */
    @Test
    void ten_bits_are_laid_out_as_cards_want_them() {
        FrameFormat format = new FrameFormat(PixelLayout.YUV420_8.withBitDepth(10), 34, 18);
        AVFrame planar = Samples.ascending(format);
        try (InputLayout layout = new InputLayout(format, "p010le")) {
            AVFrame laidOut = layout.of(planar.pts(7));

            assertThat(laidOut.pts()).isEqualTo(7);
            for (int row = 0; row < 18; row++) {
                for (int column = 0; column < 34; column++) {
                    assertThat(Samples.at(laidOut, 0, column, row)).isEqualTo(Samples.at(planar, 0, column, row) << 6);
                }
            }
            for (int row = 0; row < 9; row++) {
                for (int column = 0; column < 17; column++) {
                    assertThat(Samples.at(laidOut, 1, 2 * column, row))
                            .isEqualTo(Samples.at(planar, 1, column, row) << 6);
                    assertThat(Samples.at(laidOut, 1, 2 * column + 1, row))
                            .isEqualTo(Samples.at(planar, 2, column, row) << 6);
                }
            }
        } finally {
            av_frame_free(planar);
        }
    }

    /** Samples of two bytes each. */
    private static final class Samples {

        static AVFrame ascending(FrameFormat format) {
            AVFrame picture = av_frame_alloc();
            picture.width(format.width()).height(format.height()).format(PixelFormats.codeOf(format.layout()));
            FfmpegCall.check(av_frame_get_buffer(picture, 0), "allocating a picture");
            for (int plane = 0; plane < format.planes(); plane++) {
                for (int row = 0; row < format.planeHeight(plane); row++) {
                    for (int column = 0; column < format.planeWidth(plane); column++) {
                        int value = (plane * 341 + row * 34 + column)
                                & format.layout().maxValue();
                        picture.data(plane).putShort(offset(picture, plane, column, row), (short) value);
                    }
                }
            }
            return picture;
        }

        static int at(AVFrame picture, int plane, int column, int row) {
            return picture.data(plane).getShort(offset(picture, plane, column, row)) & 0xFFFF;
        }

        private static long offset(AVFrame picture, int plane, int column, int row) {
            return (long) row * picture.linesize(plane) + (long) column * Short.BYTES;
        }
    }

    private Path film(String pixels) {
        return FilmRecipe.testPicture(320, 240, 24, 48)
                .encoded("-pix_fmt", pixels)
                .make();
    }

    private Remastering plan(Path film, NvencSettings settings) {
        return Remastering.plan(film, settings, OutputContainer.MATROSKA, Duration.ofMillis(500), folder);
    }
}
