package io.genga.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genga.contracts.json.ContractJson;
import io.genga.contracts.request.EncoderChoice;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.NvencSettings;
import io.genga.contracts.request.SvtAv1Settings;
import io.genga.contracts.request.X264Settings;
import io.genga.contracts.request.X265Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EncoderChoiceTest {

    static List<EncoderSettings> encoders() {
        return EncoderChoice.ALL;
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void every_encoder_is_known_by_its_name_and_survives_json(EncoderSettings settings) {
        assertThat(new EncoderChoice(settings.encoderName(), null, null).settings())
                .isEqualTo(settings);
        assertThat(ContractJson.read(ContractJson.write(settings), EncoderSettings.class))
                .isEqualTo(settings);
    }

    @Test
    void what_is_left_open_takes_the_default_of_the_encoder() {
        assertThat(new EncoderChoice(null, null, null).settings()).isEqualTo(X264Settings.DEFAULT);
        assertThat(new EncoderChoice("x265", 14, null).settings()).isEqualTo(new X265Settings(14, "medium"));
        assertThat(new EncoderChoice("svtav1", null, "4").settings()).isEqualTo(new SvtAv1Settings(24, 4));
        assertThat(new EncoderChoice(null, null, null, "animation").settings())
                .isEqualTo(new X264Settings(18, "medium", "animation"));
        assertThat(new EncoderChoice("nvenc-av1", null, "p7", "uhq").settings())
                .isEqualTo(new NvencSettings(NvencSettings.Format.AV1, 28, "p7", "uhq"));
        assertThat(new EncoderChoice("x265", null, null, "grain").settings())
                .isEqualTo(new X265Settings(18, "medium", "grain"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x264; zerolatency; tune 'zerolatency' of x264 must be one of film, animation, grain, stillimage, psnr,"
                        + " ssim, fastdecode",
                "x265; film; tune 'film' of x265 must be one of animation, grain, psnr, ssim, fastdecode",
                "svtav1; grain; svtav1 has no tunes: leave out tune 'grain', or choose x264 or x265",
                "nvenc-hevc; ll; tune 'll' of nvenc-hevc must be one of hq, uhq",
                "nvenc-h264; uhq; tune 'uhq' of nvenc-h264 must be one of hq",
                "prores; film; prores has no tunes: leave out tune 'film', or choose x264 or x265",
                "ffv1; film; ffv1 has no tunes: leave out tune 'film', or choose x264 or x265"
            })
    void a_tune_that_an_encoder_does_not_know_is_refused_with_the_choices(String encoder, String tune, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EncoderChoice(encoder, null, null, tune).settings())
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "h264; ; ; there is no encoder 'h264': choose x264, x265, svtav1, prores, ffv1,"
                        + " nvenc-h264, nvenc-hevc, nvenc-av1",
                "x265; 52; ; crf 52 must lie in 0 (best) to 51 (worst)",
                "svtav1; 0; ; crf 0 must lie in 1 (best) to 63 (worst)",
                "x265; ; best; preset 'best' must be one of ultrafast, superfast, veryfast, faster, fast, medium, slow,"
                        + " slower, veryslow",
                "svtav1; ; slow; preset 'slow' must be a number from 0 (slowest) to 13 (fastest)",
                "svtav1; ; 14; preset '14' must be a number from 0 (slowest) to 13 (fastest)",
                "nvenc-h264; 0; ; crf 0 must lie in 1 (best) to 51 (worst)",
                "nvenc-hevc; ; medium; preset 'medium' must be one of p1, p2, p3, p4, p5, p6, p7",
                "prores; 20; ; prores has one quality: leave out crf and preset",
                "ffv1; ; fast; ffv1 is lossless: leave out crf and preset"
            })
    void what_an_encoder_does_not_know_is_refused_with_the_choices(
            String encoder, Integer crf, String preset, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EncoderChoice(encoder, crf, preset).settings())
                .withMessage(message);
    }
}
