package io.genga.media.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genga.media.probe.RefusedMediaException;
import io.genga.media.probe.SourceProbe;
import io.genga.testsupport.film.DemoClip;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.FilmWitness;
import io.genga.testsupport.film.FrameHash;
import io.genga.testsupport.film.GroupOfPictures;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketIndexerTest {

    private static final FilmRecipe PICTURE = FilmRecipe.testPicture(64, 48, 24, 48);

    @TempDir
    Path folder;

    private static PacketIndex index(Path film) {
        return PacketIndexer.index(film, SourceProbe.probe(film, "film.mp4"), "film.mp4");
    }

    private static List<Integer> positions(PacketIndex index, Predicate<IndexedPacket> which) {
        List<IndexedPacket> packets = index.packets();
        return IntStream.range(0, packets.size())
                .filter(i -> which.test(packets.get(i)))
                .boxed()
                .toList();
    }

    @Test
    void the_demo_clip_has_two_entries() {
        Path clip = DemoClip.path().orElse(null);
        Assumptions.assumeTrue(clip != null, "the demo clip is absent");

        PacketIndex index = index(clip);

        assertThat(index.packets()).hasSize(181);
        assertThat(positions(index, IndexedPacket::entry)).containsExactly(0, 100);
        assertThat(index.packets().get(100).pts()).isEqualTo(80_000);
    }

    @ParameterizedTest
    @EnumSource(GroupOfPictures.class)
    void every_picture_is_indexed_at_its_time(GroupOfPictures groups) {
        Path film = PICTURE.grouped(groups).make();

        assertThat(index(film).packets().stream().map(IndexedPacket::pts).sorted())
                .isEqualTo(FilmWitness.frames(film).stream().map(FrameHash::pts).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv"})
    void closed_groups_begin_cleanly(String extension) {
        PacketIndex index = index(PICTURE.in(extension).make());

        assertThat(positions(index, IndexedPacket::entry)).containsExactly(0, 12, 24, 36);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv"})
    void open_groups_are_entered_at_their_recovery_points(String extension) {
        PacketIndex index =
                index(PICTURE.grouped(GroupOfPictures.OPEN).in(extension).make());

        assertThat(positions(index, IndexedPacket::entry))
                .hasSizeGreaterThan(2)
                .isEqualTo(positions(index, IndexedPacket::key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv"})
    void an_intra_refresh_is_no_entry_though_it_is_flagged_as_key(String extension) {
        PacketIndex index = index(
                PICTURE.grouped(GroupOfPictures.INTRA_REFRESH).in(extension).make());

        assertThat(positions(index, IndexedPacket::key)).hasSizeGreaterThan(2);
        assertThat(positions(index, IndexedPacket::entry)).containsExactly(0);
    }

    @Test
    void parameter_sets_repeated_in_the_stream_are_no_change() {
        FilmRecipe repeated =
                PICTURE.encoded("-x264-params", "keyint=12:repeat-headers=1").in("mkv");

        assertThat(index(repeated.make()).packets()).hasSize(48);
    }

    @Test
    void a_resolution_that_changes_is_refused() throws IOException {
        Path joined = folder.resolve("joined.h264");
        Files.write(
                joined,
                Files.readAllBytes(
                        PICTURE.grouped(GroupOfPictures.INTRA_ONLY).in("h264").make()));
        FilmRecipe larger = FilmRecipe.testPicture(96, 64, 24, 24)
                .grouped(GroupOfPictures.INTRA_ONLY)
                .in("h264");
        Files.write(joined, Files.readAllBytes(larger.make()), StandardOpenOption.APPEND);
        Path film = new FilmRecipe(
                        List.of("-f", "h264", "-framerate", "24", "-i", joined.toString()),
                        24,
                        72,
                        null,
                        List.of("-c:v", "copy"),
                        List.of(),
                        List.of(),
                        "mp4")
                .make();

        assertRefused(film, "changes its resolution or coding at 2.0 s");
    }

    @Test
    void pictures_that_an_edit_list_hides_at_the_beginning_are_not_shown() {
        Path cut = new FilmRecipe(
                        List.of("-ss", "0.8", "-i", PICTURE.make().toString()),
                        24,
                        48,
                        null,
                        List.of("-c:v", "copy"),
                        List.of(),
                        List.of(),
                        "mp4")
                .make();

        assertThat(index(cut).packets().stream()
                        .filter(IndexedPacket::shown)
                        .map(IndexedPacket::pts)
                        .sorted())
                .isEqualTo(FilmWitness.frames(cut).stream().map(FrameHash::pts).toList());
        assertThat(positions(index(cut), packet -> !packet.shown())).isNotEmpty();
    }

    @Test
    void a_sample_table_that_points_beyond_the_file_is_refused() throws IOException {
        Path film = Files.copy(PICTURE.muxed("-movflags", "+faststart").make(), folder.resolve("film.mp4"));
        shortenLastBox(film);

        assertRefused(film, "ends after ");
    }

    /** Cuts the second half of {@code mdat} off and makes its header agree. */
    private static void shortenLastBox(Path film) throws IOException {
        byte[] bytes = Files.readAllBytes(film);
        int header = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("mdat") - Integer.BYTES;
        int kept = (bytes.length - header) / 2;
        try (RandomAccessFile file = new RandomAccessFile(film.toFile(), "rw")) {
            file.seek(header);
            file.writeInt(kept);
            file.setLength(header + kept);
        }
    }

    private static void assertRefused(Path film, String words) {
        assertThatExceptionOfType(RefusedMediaException.class)
                .isThrownBy(() -> index(film))
                .withMessageContaining(words);
    }
}
