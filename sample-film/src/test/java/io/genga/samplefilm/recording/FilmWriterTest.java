package io.genga.samplefilm.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.media.index.IndexedPacket;
import io.genga.media.index.PacketIndexer;
import io.genga.media.probe.SourceDescription;
import io.genga.media.probe.SourceProbe;
import io.genga.media.probe.StreamDescription;
import io.genga.media.probe.StreamKind;
import io.genga.samplefilm.SampleFilm;
import io.genga.samplefilm.still.Still;
import io.genga.testsupport.film.FilmWitness;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmWriterTest {

    @TempDir
    private static Path folder;

    private static Path film;

    @BeforeAll
    static void write() throws IOException {
        film = folder.resolve("sample film.mkv");
        FilmWriter.write(film);
    }

    @Test
    void the_platform_accepts_it() {
        SourceDescription description = SourceProbe.probe(film, "film");

        assertThat(description.codec()).isEqualTo("h264");
        assertThat(description.pixelFormat()).isEqualTo("yuv420p");
        assertThat(description.width()).isEqualTo(FilmWriter.WIDTH);
        assertThat(description.height()).isEqualTo(FilmWriter.HEIGHT);
        assertThat(description.colour().matrix()).isEqualTo("smpte170m");
        assertThat(description.streams())
                .extracting(StreamDescription::kind)
                .containsExactly(StreamKind.VIDEO, StreamKind.AUDIO, StreamKind.SUBTITLE, StreamKind.ATTACHMENT);
    }

    @Test
    void it_has_closed_groups_of_different_lengths_and_begins_one_at_the_cut() throws IOException {
        List<IndexedPacket> packets = packets();
        List<Long> entries = packets.stream()
                .filter(IndexedPacket::entry)
                .map(IndexedPacket::pts)
                .toList();
        List<Long> lengths = new ArrayList<>();
        for (int i = 1; i < entries.size(); i++) {
            lengths.add(entries.get(i) - entries.get(i - 1));
        }

        assertThat(packets).hasSize(SampleFilm.FRAMES).allMatch(packet -> packet.key() == packet.entry());
        assertThat(entries).hasSizeGreaterThan(4).contains(2_750L);
        assertThat(lengths.stream().distinct()).hasSizeGreaterThan(1);
    }

    @Test
    void its_frames_bear_the_numbers_of_their_places() throws IOException {
        for (int number : List.of(0, 1, 65, 66, 125, SampleFilm.FRAMES - 1)) {
            BufferedImage still = numberIn(Still.of(film, number));

            double right = difference(still, numberIn(truth(number)));
            double wrong = difference(still, numberIn(truth(number == 0 ? 1 : number - 1)));

            assertThat(right).as("frame " + number).isLessThan(wrong / 2);
        }
    }

    @Test
    void its_pictures_are_those_that_were_drawn_though_a_little_worse() throws IOException {
        assertThat(difference(Still.of(film, 86), truth(86))).isBetween(0.5, 6.0);
    }

    @Test
    void a_frame_that_it_does_not_have_cannot_be_looked_at() {
        assertThatThrownBy(() -> Still.of(film, SampleFilm.FRAMES)).hasMessageContaining("no frame 168");
    }

    @Test
    void a_click_begins_exactly_at_each_full_second() throws IOException {
        short[] samples = sound();

        assertThat(samples).hasSize(7 * Soundtrack.SAMPLE_RATE);
        for (int i = 1; i < samples.length; i++) {
            boolean loud = Math.abs(samples[i]) > 15_000;
            boolean quietBefore = i % Soundtrack.SAMPLE_RATE == 0;
            if (quietBefore) {
                assertThat(loud).as("sample " + i).isTrue();
                assertThat(Math.abs(samples[i - 1])).as("sample before " + i).isLessThan((short) 3_000);
            } else if (i % Soundtrack.SAMPLE_RATE > Soundtrack.SAMPLE_RATE / 100) {
                assertThat(loud).as("sample " + i).isFalse();
            }
        }
    }

    @Test
    void it_has_a_chapter_for_each_scene_and_its_exposure_sheet() throws IOException {
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(film.toFile())) {
            grabber.start();
            AVFormatContext context = grabber.getFormatContext();

            assertThat(context.nb_chapters()).isEqualTo(3);
            assertThat(context.chapters(1).start()).isEqualTo(2_750_000_000L);
            assertThat(attachment(context))
                    .hasSize(SampleFilm.FRAMES)
                    .contains("008  Morning: body 0, mouth 2", "119  The way: pan 53");
        }
    }

    @Test
    void its_subtitles_are_those_that_were_written() {
        assertThat(FilmWitness.packets(film, "s:0"))
                .extracting(packet -> packet.pts())
                .containsExactlyElementsOf(
                        Subtitle.TRACK.stream().map(Subtitle::startMillis).toList());
    }

    @Test
    void it_is_the_same_file_whenever_it_is_made_and_nothing_lies_beside_it() throws IOException {
        Path again = folder.resolve("again.mkv");

        FilmWriter.write(again);

        assertThat(again).hasSameBinaryContentAs(film);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(film, again);
        }
    }

    @Test
    void a_folder_that_is_not_there_is_told() {
        assertThatThrownBy(() -> FilmWriter.write(folder.resolve("missing/film.mkv")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing/film.mkv");
    }

    private static List<IndexedPacket> packets() throws IOException {
        return PacketIndexer.index(film, SourceProbe.probe(film, "film"), "film")
                .packets();
    }

    private static BufferedImage truth(int number) {
        return Degradation.apply(SampleFilm.draw(number, 2 * FilmWriter.WIDTH, 2 * FilmWriter.HEIGHT));
    }

    private static BufferedImage numberIn(BufferedImage picture) {
        var area = SampleFilm.numberArea(picture.getWidth(), picture.getHeight());
        return picture.getSubimage(area.x, area.y, area.width, area.height);
    }

    /** Mean over all pixels of the differences of green, 0 to 255. */
    private static double difference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                sum += Math.abs((one.getRGB(x, y) >> 8 & 0xff) - (other.getRGB(x, y) >> 8 & 0xff));
            }
        }
        return (double) sum / one.getWidth() / one.getHeight();
    }

    private static short[] sound() throws IOException {
        ShortBuffer samples = ShortBuffer.allocate(20 * Soundtrack.SAMPLE_RATE);
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(film.toFile())) {
            grabber.start();
            for (Frame frame = grabber.grabSamples(); frame != null; frame = grabber.grabSamples()) {
                samples.put((ShortBuffer) frame.samples[0]);
            }
        }
        short[] all = new short[samples.position()];
        samples.flip().get(all);
        return all;
    }

    private static List<String> attachment(AVFormatContext context) {
        var parameters = context.streams(context.nb_streams() - 1).codecpar();
        byte[] content = new byte[parameters.extradata_size()];
        parameters.extradata().get(content);
        return new String(content, StandardCharsets.UTF_8).lines().toList();
    }
}
