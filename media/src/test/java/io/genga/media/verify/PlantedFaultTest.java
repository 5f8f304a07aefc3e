package io.genga.media.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;

import io.genga.contracts.plan.Plan;
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
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must never be published. FFV1 lets packets be moved about without breaking others. */
class PlantedFaultTest {

    /** The frame with which the second chunk begins. */
    private static final int SEAM = 12;

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
        assertThat(plan.chunks().get(0).frameCount()).isEqualTo(SEAM);
    }

    @Test
    void a_faultless_copy_raises_no_alarm() {
        Path copy = TamperedFilm.copy(film, folder.resolve("copy.mkv"), ALL_STREAMS, NO_FAULT);

        assertThat(Examination.passed(plan, source, copy)).isEqualTo(new VerifiedFilm(24, 1, 1, 0));
    }

    @Test
    void a_dropped_frame_at_a_seam() {
        caught("time stamp of frame 11", picture(SEAM - 1, packet -> 0));
    }

    @Test
    void a_dropped_last_frame() {
        caught("number of frames: expected 24, found 23", picture(23, packet -> 0));
    }

    @Test
    void a_doubled_frame_at_a_seam() {
        caught("time stamp of frame 12", picture(SEAM - 1, packet -> 2));
    }

    @Test
    void two_frames_that_changed_places_at_a_seam() {
        caught("time stamp of frame 11", (packet, position) -> {
            if (packet.stream_index() == PICTURES && (position == SEAM - 1 || position == SEAM)) {
                packet.pts(packet.pts() + (position == SEAM ? -42 : 42));
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
    void a_wrong_matrix() {
        described("colour of frame 0", picture -> picture.codecpar().color_space(AVCOL_SPC_BT709));
    }

    @Test
    void a_wrong_range() {
        described("colour of frame 0", picture -> picture.codecpar().color_range(AVCOL_RANGE_JPEG));
    }

    @Test
    void a_wrong_aspect() {
        described("sample aspect ratio of frame 0", picture -> {
            picture.sample_aspect_ratio().num(8).den(9);
            picture.codecpar().sample_aspect_ratio().num(8).den(9);
        });
    }

    private static void described(String check, Consumer<AVStream> description) {
        Path tampered = TamperedFilm.described(film, folder.resolve("tampered.mkv"), stream -> {
            if (stream.index() == PICTURES) {
                description.accept(stream);
            }
        });

        assertThat(Examination.fault(plan, source, tampered))
                .hasValueSatisfying(found -> assertThat(found).contains(check));
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
}
