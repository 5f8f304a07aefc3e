package io.genga.media.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.plan.Chromaticity;
import io.genga.contracts.plan.ContentLight;
import io.genga.contracts.plan.HdrMetadata;
import io.genga.contracts.plan.MasteringDisplay;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.ProResSettings;
import io.genga.contracts.request.SvtAv1Settings;
import io.genga.contracts.request.X264Settings;
import io.genga.contracts.request.X265Settings;
import io.genga.media.fixture.Examination;
import io.genga.media.fixture.Remastering;
import io.genga.media.probe.SourceDescription;
import io.genga.media.probe.SourceProbe;
import io.genga.testsupport.film.FilmRecipe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every encoder, with a film in high dynamic range, from its source to the verified film. */
class EncoderTest {

    private static final EncoderSettings X264 = new X264Settings(20, "ultrafast");
    private static final EncoderSettings X265 = new X265Settings(20, "ultrafast");
    private static final EncoderSettings SVT_AV1 = new SvtAv1Settings(30, 12);

    private static final int FRAMES = 42;

    /** P3 primaries and D65, 0.005 to 1000 cd/m². */
    private static final HdrMetadata HDR10 = new HdrMetadata(
            new MasteringDisplay(
                    new Chromaticity(34_000, 16_000),
                    new Chromaticity(13_250, 34_500),
                    new Chromaticity(7_500, 3_000),
                    new Chromaticity(15_635, 16_450),
                    10_000_000,
                    50),
            new ContentLight(1000, 400));

    @TempDir
    Path folder;

    static Stream<Arguments> encoders() {
        return Stream.of(
                Arguments.of(X264, OutputContainer.MP4),
                Arguments.of(X265, OutputContainer.MATROSKA),
                Arguments.of(X265, OutputContainer.MP4),
                Arguments.of(X265, OutputContainer.FRAGMENTED_MP4),
                Arguments.of(X265, OutputContainer.MOV),
                Arguments.of(SVT_AV1, OutputContainer.MATROSKA),
                Arguments.of(SVT_AV1, OutputContainer.MP4),
                Arguments.of(SVT_AV1, OutputContainer.FRAGMENTED_MP4),
                Arguments.of(SVT_AV1, OutputContainer.WEBM),
                Arguments.of(new ProResSettings(), OutputContainer.MATROSKA),
                Arguments.of(new ProResSettings(), OutputContainer.MOV),
                Arguments.of(new Ffv1Settings(), OutputContainer.MATROSKA));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("encoders")
    void high_dynamic_range_stays_what_it_was(EncoderSettings encoder, OutputContainer container) {
        Path source = hdrFilm().make();

        Path film = verified(source, encoder, container, Duration.ofMillis(660), 3);

        SourceDescription result = SourceProbe.probe(film, "film");
        assertThat(result.hdr()).isEqualTo(HDR10);
        assertThat(result.colour().primaries()).isEqualTo("bt2020");
        assertThat(result.colour().transfer()).isEqualTo("smpte2084");
        assertThat(result.colour().matrix()).isEqualTo("bt2020nc");
        assertThat(result.pixelFormat()).endsWith("10le");
    }

    static Stream<Arguments> chunks() {
        return Stream.of(X264, X265, SVT_AV1, new ProResSettings())
                .flatMap(encoder -> Stream.of(Arguments.of(encoder, 1, 60_000), Arguments.of(encoder, 7, 250)));
    }

    static Stream<EncoderSettings> tuned() {
        return Stream.of(new X264Settings(20, "medium", "animation"), new X265Settings(20, "medium", "animation"));
    }

    @ParameterizedTest
    @MethodSource("tuned")
    void tuned_chunks_join_as_others_do(EncoderSettings encoder) {
        verified(hdrFilm().make(), encoder, OutputContainer.MP4, Duration.ofMillis(250), 7);
    }

    @ParameterizedTest(name = "{0} in {1} chunks")
    @MethodSource("chunks")
    void any_number_of_chunks_makes_one_film(EncoderSettings encoder, int chunks, long chunkMillis) {
        verified(hdrFilm().make(), encoder, OutputContainer.MATROSKA, Duration.ofMillis(chunkMillis), chunks);
    }

    private Path verified(
            Path source, EncoderSettings encoder, OutputContainer container, Duration chunkLength, int chunks) {
        Remastering work = Remastering.plan(source, encoder, container, chunkLength, folder);
        Path film = work.film();

        assertThat(work.plan().chunks()).hasSize(chunks);
        assertThat(Examination.passed(work.plan(), source, film).frames()).isEqualTo(FRAMES);
        return film;
    }

    private static FilmRecipe hdrFilm() {
        return FilmRecipe.testPicture(160, 120, 24, FRAMES)
                .encoded("-c:v", "libx265", "-pix_fmt", "yuv420p10le", "-preset", "ultrafast", "-x265-params")
                .encoded("keyint=2:min-keyint=2:open-gop=0:bframes=0:log-level=none:hdr10=1:colorprim=bt2020"
                        + ":transfer=smpte2084:colormatrix=bt2020nc:range=limited:chromaloc=2:max-cll=1000,400"
                        + ":master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,50)");
    }
}
