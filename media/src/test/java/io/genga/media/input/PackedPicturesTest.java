package io.genga.media.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import io.genga.media.ffmpeg.FfmpegException;
import io.genga.media.ffmpeg.Vop;
import io.genga.media.fixture.PackedBitstream;
import io.genga.testsupport.film.FilmRecipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedPicturesTest {

    /** I, then P and B by turns: in each pair of packets behind the first lies a place. */
    private static final FilmRecipe FILM = film(1);

    private static final int LAST_PLACE = 12;

    @TempDir
    Path folder;

    private static FilmRecipe film(int bPictures) {
        return FilmRecipe.numbered(96, 64, "24", 13)
                .encoded(
                        "-c:v",
                        "mpeg4",
                        "-g",
                        "100",
                        "-bf",
                        Integer.toString(bPictures),
                        "-b_strategy",
                        "0",
                        "-b:v",
                        "1M")
                .in("avi");
    }

    private static List<String> packets(InputFile input) {
        List<String> packets = new ArrayList<>();
        AVPacket packet = av_packet_alloc();
        try {
            while (input.read(packet)) {
                packets.add(packet.pts() + " " + packet.dts() + " of one picture: " + (Vop.countIn(packet) == 1));
            }
            return packets;
        } finally {
            av_packet_free(packet);
        }
    }

    private static List<String> packets(Path film) {
        try (InputFile input = InputFile.open(film)) {
            return packets(input);
        }
    }

    private Path target() {
        return folder.resolve("packed.avi");
    }

    @Test
    void packets_have_the_times_of_those_that_were_never_packed() {
        assertThat(packets(PackedBitstream.of(FILM.make(), target())))
                .hasSize(13)
                .isEqualTo(packets(FILM.make()));
    }

    @Test
    void pictures_of_which_none_looks_forward_are_shown_when_they_are_decoded() {
        Path film = PackedBitstream.of(film(0).make(), target());

        assertThat(packets(film)).startsWith("0 0 of one picture: true").isEqualTo(packets(film(0).make()));
    }

    @Test
    void from_a_seek_point_on_nothing_of_before_comes() {
        Path film = PackedBitstream.of(FILM.make(), target());
        List<String> whole = packets(film);

        try (InputFile input = InputFile.open(film)) {
            AVPacket packet = av_packet_alloc();
            for (int i = 0; i < 4; i++) {
                input.read(packet);
            }
            av_packet_free(packet);
            input.seek(0, 0);

            assertThat(packets(input)).isEqualTo(whole);
        }
    }

    @Test
    void the_last_picture_is_kept_where_its_place_is_missing() {
        Path film = PackedBitstream.without(LAST_PLACE, FILM.make(), target());

        assertThat(packets(film)).isEqualTo(packets(FILM.make()));
    }

    @Test
    void a_picture_without_a_place_is_an_error_but_in_a_damaged_film() {
        Path film = PackedBitstream.without(2, FILM.make(), target());

        assertThatExceptionOfType(FfmpegException.class)
                .isThrownBy(() -> packets(film))
                .withMessageContaining("has no place of its own");
        try (InputFile input = InputFile.openDamaged(film)) {
            assertThat(packets(input)).hasSize(12);
        }
    }
}
