package io.genga.media.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedTarget;
import io.genga.contracts.plan.Rational;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.X264Settings;
import io.genga.media.fixture.Examination;
import io.genga.media.fixture.Remastering;
import io.genga.media.fixture.TamperedFilm;
import io.genga.media.fixture.TamperedFilm.Fault;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.FilmRecipe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntPredicate;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must never be published. FFV1 lets packets be moved about without breaking others. */
class PlantedFaultTest {

    private static final int PICTURES = 0;
    private static final int SOUND = 1;
    private static final int FONT = 2;
    private static final IntPredicate ALL_STREAMS = index -> true;
    private static final Fault NO_FAULT = (packet, position) -> 1;

    @TempDir
    static Path folder;

    private static Path source;
    private static Plan plan;
    private static Path film;

    @BeforeAll
    static void remaster() {
        source = FilmRecipe.testPicture(64, 48, 24, 24)
                .in("mkv")
                .with(new Companion.Sound(440), new Companion.Font())
                .make();
        Remastering work =
                Remastering.plan(source, new Ffv1Settings(), OutputContainer.MATROSKA, Duration.ofMillis(400), folder);
        plan = work.plan();
        film = work.film();
    }

    @Test
    void a_faultless_copy_raises_no_alarm() {
        Path copy = TamperedFilm.copy(film, folder.resolve("copy.mkv"), ALL_STREAMS, NO_FAULT);

        assertThat(Examination.passed(plan, source, copy)).isEqualTo(new VerifiedFilm(24, 1, 1, 0));
    }

    @Test
    void a_dropped_frame() {
        caught("time stamp of frame 11", picture(11, packet -> 0));
    }

    @Test
    void a_dropped_last_frame() {
        caught("number of frames: expected 24, found 23", picture(23, packet -> 0));
    }

    @Test
    void a_doubled_frame() {
        caught("time stamp of frame 12", picture(11, packet -> 2));
    }

    @Test
    void two_frames_that_changed_places() {
        caught("time stamp of frame 11", (packet, position) -> {
            if (packet.stream_index() == PICTURES && (position == 11 || position == 12)) {
                packet.pts(packet.pts() + (position == 11 ? 42 : -42));
            }
            return 1;
        });
    }

    @Test
    void a_damaged_frame() {
        caught("decoding of frame", picture(11, packet -> {
            packet.data().put(packet.size() / 2, (byte) ~packet.data().get(packet.size() / 2));
            return 1;
        }));
    }

    @Test
    void a_damaged_frame_of_h264(@TempDir Path h264Folder) {
        Remastering work = Remastering.plan(
                source, new X264Settings(18, "medium"), OutputContainer.MATROSKA, Duration.ofMillis(400), h264Folder);
        Path tampered =
                TamperedFilm.copy(work.film(), h264Folder.resolve("tampered.mkv"), ALL_STREAMS, picture(11, packet -> {
                    for (int i = packet.size() / 4; i < packet.size(); i++) {
                        packet.data().put(i, (byte) 0x55);
                    }
                    return 1;
                }));

        assertThat(Examination.fault(work.plan(), source, tampered))
                .hasValueSatisfying(found -> assertThat(found).contains("decoding of frame"));
    }

    @Test
    void a_missing_stream_of_sound() {
        caught("streams", index -> index != SOUND, NO_FAULT);
    }

    @Test
    void a_missing_font() {
        caught("attached files", index -> index != FONT, NO_FAULT);
    }

    @Test
    void sound_that_is_shifted_by_40_ms() {
        caught("time of packet 0 of #1 audio", (packet, position) -> {
            if (packet.stream_index() == SOUND) {
                packet.pts(packet.pts() + 40);
            }
            return 1;
        });
    }

    @Test
    void a_packet_of_sound_that_is_missing() {
        caught("number of packets of #1 audio", sound(packet -> 0));
    }

    @Test
    void a_packet_of_sound_that_was_changed() {
        caught("packets of #1 audio", sound(packet -> {
            packet.data().put(9, (byte) ~packet.data().get(9));
            return 1;
        }));
    }

    @Test
    void a_wrong_matrix_range_or_aspect() {
        ColourTags right = plan.target().colour();
        refused(planned(colour("bt709", right.range()), plan.target().sampleAspectRatio()), "colour of frame 0");
        refused(planned(colour(right.matrix(), "pc"), plan.target().sampleAspectRatio()), "colour of frame 0");
        refused(planned(right, new Rational(8, 9)), "sample aspect ratio of frame 0");
    }

    private interface Change {
        int copies(AVPacket packet);
    }

    private static Fault picture(int frame, Change change) {
        return (packet, position) -> packet.stream_index() == PICTURES && position == frame ? change.copies(packet) : 1;
    }

    private static Fault sound(Change change) {
        return (packet, position) -> packet.stream_index() == SOUND && position == 5 ? change.copies(packet) : 1;
    }

    private static void caught(String check, Fault fault) {
        caught(check, ALL_STREAMS, fault);
    }

    private static void caught(String check, IntPredicate keptStreams, Fault fault) {
        Path tampered = TamperedFilm.copy(film, folder.resolve("tampered.mkv"), keptStreams, fault);

        assertThat(Examination.fault(plan, source, tampered))
                .hasValueSatisfying(found -> assertThat(found).contains(check));
    }

    private static void refused(Plan other, String check) {
        assertThat(Examination.fault(other, source, film))
                .hasValueSatisfying(found -> assertThat(found).contains(check));
    }

    private static ColourTags colour(String matrix, String range) {
        ColourTags right = plan.target().colour();
        return new ColourTags(right.primaries(), right.transfer(), matrix, range, right.chromaLocation());
    }

    private static Plan planned(ColourTags colour, Rational aspect) {
        PlannedTarget right = plan.target();
        PlannedTarget target = new PlannedTarget(
                right.container(),
                right.outputName(),
                right.width(),
                right.height(),
                right.pixelFormat(),
                aspect,
                colour,
                right.encoder(),
                right.hdr());
        return new Plan(
                plan.version(), plan.tenant(), plan.job(), plan.source(), target, plan.network(), plan.chunks());
    }
}
