package io.genga.media.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.Rational;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.DemoClip;
import io.genga.testsupport.film.FilmRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceProbeTest {

    private static final FilmRecipe PICTURE = FilmRecipe.testPicture(64, 48, 24, 24);

    private static SourceDescription probe(FilmRecipe recipe) {
        return SourceProbe.probe(recipe.make(), "film." + recipe.extension());
    }

    @Test
    void the_demo_clip_is_described_as_it_is() {
        Path clip = DemoClip.path().orElse(null);
        Assumptions.assumeTrue(clip != null, "the demo clip is absent");

        SourceDescription description = SourceProbe.probe(clip, "onepiece_demo.mp4");

        assertThat(description.container()).isEqualTo("mov");
        assertThat(description.codec()).isEqualTo("h264");
        assertThat(description.width()).isEqualTo(640);
        assertThat(description.height()).isEqualTo(480);
        assertThat(description.timeBase()).isEqualTo(new Rational(1, 19_184));
        assertThat(description.colour()).isEqualTo(new ColourTags("unknown", "unknown", "unknown", "unknown", "left"));
        assertThat(description.streams())
                .extracting(StreamDescription::kind)
                .containsExactly(StreamKind.VIDEO, StreamKind.AUDIO);
    }

    @Test
    void matroska_is_read_with_all_its_streams() {
        SourceDescription description = probe(PICTURE.in("mkv")
                .with(
                        new Companion.Sound(440),
                        new Companion.Subtitles("ass", "jpn"),
                        new Companion.Chapters(),
                        new Companion.Font()));

        assertThat(description.container()).isEqualTo("matroska");
        assertThat(description.timeBase()).isEqualTo(new Rational(1, 1000));
        assertThat(description.streams())
                .containsExactly(
                        new StreamDescription(0, StreamKind.VIDEO, "h264", ""),
                        new StreamDescription(1, StreamKind.AUDIO, "aac", ""),
                        new StreamDescription(2, StreamKind.SUBTITLE, "ass", "jpn"),
                        new StreamDescription(3, StreamKind.ATTACHMENT, "ttf", ""));
    }

    @Test
    void cover_art_is_no_second_picture() {
        SourceDescription description = probe(PICTURE.with(new Companion.CoverArt()));

        assertThat(description.videoStream()).isZero();
        assertThat(description.streams()).extracting(StreamDescription::kind).contains(StreamKind.COVER_ART);
    }

    @Test
    void chapter_titles_of_mp4_are_told_from_data() {
        SourceDescription description = probe(PICTURE.with(new Companion.Chapters()));

        assertThat(description.streams())
                .extracting(StreamDescription::kind)
                .containsExactly(StreamKind.VIDEO, StreamKind.CHAPTER_TITLES);
    }

    @Test
    void the_shape_of_its_pixels_is_kept() {
        SourceDescription description = probe(PICTURE.filtered("setsar=8/9"));

        assertThat(description.sampleAspectRatio()).isEqualTo(new Rational(8, 9));
    }

    @Test
    void a_name_in_japanese_is_no_obstacle(@TempDir Path folder) throws IOException {
        Path film = Files.copy(PICTURE.make(), folder.resolve("原画 100%?.mp4"));

        assertThat(SourceProbe.probe(film, "原画").width()).isEqualTo(64);
    }
}
