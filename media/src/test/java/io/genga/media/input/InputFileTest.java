package io.genga.media.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import io.genga.media.ffmpeg.FfmpegException;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.FilmRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {

    private static final FilmRecipe PICTURE =
            FilmRecipe.testPicture(64, 48, 24, 24).with(new Companion.Sound(440));

    @TempDir
    Path folder;

    private static int[] packetsByStream(InputFile input) {
        int[] counts = new int[input.streamCount()];
        AVPacket packet = av_packet_alloc();
        try {
            while (input.read(packet)) {
                counts[packet.stream_index()]++;
            }
        } finally {
            av_packet_free(packet);
        }
        return counts;
    }

    @Test
    void all_streams_are_read() {
        try (InputFile input = InputFile.open(PICTURE.make())) {
            assertThat(packetsByStream(input)).hasSize(2).startsWith(24).doesNotContain(0);
        }
    }

    @Test
    void one_stream_is_read_alone() {
        try (InputFile input = InputFile.open(PICTURE.make())) {
            input.readOnly(0);

            assertThat(packetsByStream(input)).containsExactly(24, 0);
        }
    }

    @Test
    void the_size_of_cover_art_is_known() {
        FilmRecipe covered = FilmRecipe.testPicture(64, 48, 24, 24).with(new Companion.CoverArt());

        try (InputFile input = InputFile.open(covered.make())) {
            assertThat(input.stream(1).codecpar().width()).isEqualTo(32);
        }
    }

    @Test
    void a_playlist_opens_no_other_file() throws IOException {
        Path hls = Files.writeString(
                folder.resolve("film.m3u8"),
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + PICTURE.make() + "\n#EXT-X-ENDLIST\n");
        Path concat = Files.writeString(
                folder.resolve("film.ffconcat"), "ffconcat version 1.0\nfile " + PICTURE.make() + "\n");

        assertUnreadable(hls);
        assertUnreadable(concat);
    }

    @Test
    void a_chunk_is_no_source_and_a_source_no_chunk() {
        assertUnreadable(PICTURE.in("nut").make());
        assertThatExceptionOfType(FfmpegException.class).isThrownBy(() -> InputFile.openChunk(PICTURE.make()));
    }

    private static void assertUnreadable(Path file) {
        assertThatExceptionOfType(FfmpegException.class)
                .isThrownBy(() -> InputFile.open(file))
                .withMessageContaining(file.getFileName().toString());
    }
}
