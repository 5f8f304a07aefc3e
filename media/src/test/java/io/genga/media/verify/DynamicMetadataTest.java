package io.genga.media.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DYNAMIC_HDR10_PLUS;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_new_side_data;
import static org.bytedeco.ffmpeg.global.avutil.av_dynamic_hdr_plus_from_t35;

import io.genga.contracts.plan.ContentLight;
import io.genga.contracts.request.AllowedLoss;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.SourceSelection;
import io.genga.contracts.request.X265Settings;
import io.genga.media.ffmpeg.FfmpegCall;
import io.genga.media.fixture.Examination;
import io.genga.media.fixture.Remastering;
import io.genga.media.fixture.TamperedFilm;
import io.genga.media.probe.RefusedMediaException;
import io.genga.media.probe.SourceDescription;
import io.genga.media.probe.SourceProbe;
import io.genga.testsupport.film.FilmRecipe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDynamicHDRPlus;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film in HDR10+: of every picture is said how bright it is, beside what is said of the whole film. */
class DynamicMetadataTest {

    private static final int FRAMES = 24;

    /** Version 1 of one window, all its figures 0: SMPTE ST 2094-40, from the application's version on. */
    private static final byte[] HDR10_PLUS = new byte[32];

    static {
        HDR10_PLUS[0] = 1;
        HDR10_PLUS[1] = 0x40;
    }

    @TempDir
    Path folder;

    @Test
    void is_refused_with_the_option_that_allows_its_loss() {
        Path source = hdr10PlusFilm();

        assertThatThrownBy(() -> SourceProbe.probe(source, "film.mkv"))
                .isInstanceOf(RefusedMediaException.class)
                .hasMessageContaining("HDR10+")
                .hasMessageContaining("--allow-loss hdr10plus");
    }

    @Test
    void becomes_hdr10_where_that_is_allowed() {
        Path source = hdr10PlusFilm();
        SourceSelection selection = new SourceSelection(null, Set.of(AllowedLoss.HDR10_PLUS));

        Remastering work = Remastering.plan(
                source,
                new X265Settings(20, "ultrafast"),
                null,
                OutputContainer.MATROSKA,
                selection,
                Duration.ofMillis(500),
                folder);
        Path film = work.film();

        assertThat(Examination.passed(work.plan(), source, film).frames()).isEqualTo(FRAMES);
        assertThat(work.plan().source().lossesInWords()).containsExactly("HDR10+ left out");
        SourceDescription result = SourceProbe.probe(film, "film");
        assertThat(result.hdr10Plus()).isFalse();
        assertThat(result.hdr().contentLight()).isEqualTo(new ContentLight(1000, 400));
    }

    private Path hdr10PlusFilm() {
        Path hdr10 = FilmRecipe.testPicture(64, 48, 24, FRAMES)
                .encoded("-c:v", "libx265", "-pix_fmt", "yuv420p10le", "-preset", "ultrafast", "-x265-params")
                .encoded("keyint=6:min-keyint=6:open-gop=0:bframes=0:log-level=none:hdr10=1:colorprim=bt2020"
                        + ":transfer=smpte2084:colormatrix=bt2020nc:range=limited:max-cll=1000,400")
                .in("mkv")
                .make();
        return TamperedFilm.copy(hdr10, folder.resolve("hdr10plus.mkv"), stream -> true, (packet, position) -> {
            describeBrightness(packet);
            return 1;
        });
    }

    private static void describeBrightness(AVPacket packet) {
        long size = new AVDynamicHDRPlus((Pointer) null).sizeof();
        Pointer data = av_packet_new_side_data(packet, AV_PKT_DATA_DYNAMIC_HDR10_PLUS, size);
        FfmpegCall.check(
                av_dynamic_hdr_plus_from_t35(new AVDynamicHDRPlus(data), HDR10_PLUS, HDR10_PLUS.length),
                "describing brightness");
    }
}
