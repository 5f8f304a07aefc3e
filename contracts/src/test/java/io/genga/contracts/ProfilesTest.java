package io.genga.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.profile.Profile;
import io.genga.contracts.profile.Profiles;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.EncoderChoice;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.InterlacedHandling;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.PictureSettings;
import io.genga.contracts.request.X264Settings;
import io.genga.contracts.request.X265Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {

    private static final EncoderChoice NOTHING_SAID = new EncoderChoice(null, null, null);

    static Stream<Profile> builtIn() {
        return Profiles.BUILT_IN.stream();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void what_a_profile_encodes_fits_its_container(Profile profile) {
        OutputContainer container = OutputContainer.named(profile.container()).orElseThrow();

        assertThat(profile.encoderOr(NOTHING_SAID).settings().containers()).contains(container);
        assertThat(Profiles.named(profile.name())).isEqualTo(profile);
    }

    @Test
    void what_is_said_besides_goes_first() {
        Profile preview = Profiles.named("preview");

        assertThat(preview.encoderOr(new EncoderChoice(null, 24, null)).settings())
                .isEqualTo(new X264Settings(24, "veryfast"));
        assertThat(preview.encoderOr(new EncoderChoice("ffv1", null, null)).settings())
                .isEqualTo(new Ffv1Settings());
        assertThat(preview.bitDepthOr(10)).isEqualTo(10);
        assertThat(preview.reuseOr("off")).isEqualTo(DrawingReuse.OFF);
        assertThat(preview.reuseOr(null)).isEqualTo(DrawingReuse.FAST);
    }

    @Test
    void without_a_profile_every_setting_takes_its_own_default() {
        Profile none = Profiles.named(null);

        assertThat(none.encoderOr(NOTHING_SAID).settings()).isEqualTo(X264Settings.DEFAULT);
        assertThat(none.reuseOr(null)).isEqualTo(DrawingReuse.DEFAULT);
        assertThat(none.bitDepthOr(null)).isNull();
        assertThat(none.interlacedOr(null)).isEqualTo(InterlacedHandling.REFUSE);
    }

    @Test
    void a_profile_may_match_colours_and_a_person_may_say_otherwise() {
        String yaml = "name: mine\nversion: 1\ndescription: mine\ncolourMatch: true";
        Profile mine = Profiles.read(yaml.getBytes(StandardCharsets.UTF_8), "mine.yaml");

        assertThat(mine.colourMatchOr(null)).isTrue();
        assertThat(mine.colourMatchOr(false)).isFalse();
        assertThat(Profile.DEFAULT.colourMatchOr(null)).isNull();
    }

    @Test
    void a_profile_may_say_how_large_and_how_strong_and_a_person_otherwise() {
        String yaml = "name: mine\nversion: 1\ndescription: mine\nnativeHeight: 720\nheight: 2160\nstrength: 80";
        Profile mine = Profiles.read(yaml.getBytes(StandardCharsets.UTF_8), "mine.yaml");

        assertThat(mine.pictureOr(PictureSettings.NONE)).isEqualTo(new PictureSettings(720, 2160, 80));
        assertThat(mine.pictureOr(new PictureSettings(null, 1440, 100))).isEqualTo(new PictureSettings(720, 1440, 100));
        assertThat(Profile.DEFAULT.pictureOr(PictureSettings.NONE)).isEqualTo(PictureSettings.NONE);
    }

    @Test
    void a_profile_names_one_network_or_several_and_a_person_others() {
        Profile one = Profiles.read(
                "name: mine\nversion: 1\ndescription: mine\nmodel: a".getBytes(StandardCharsets.UTF_8), "mine.yaml");
        Profile several = Profiles.read(
                "name: mine\nversion: 1\ndescription: mine\nmodel: [a, b]".getBytes(StandardCharsets.UTF_8),
                "mine.yaml");

        assertThat(one.modelOr(null)).containsExactly("a");
        assertThat(several.modelOr(null)).containsExactly("a", "b");
        assertThat(several.modelOr(List.of("c"))).containsExactly("c");
        assertThat(Profile.DEFAULT.modelOr(null)).isNull();
    }

    @Test
    void a_tune_goes_with_the_encoder_of_its_profile() {
        String yaml = "name: mine\nversion: 1\ndescription: mine\nencoder: x264\ntune: film";
        Profile mine = Profiles.read(yaml.getBytes(StandardCharsets.UTF_8), "mine.yaml");

        assertThat(mine.encoderOr(NOTHING_SAID).settings()).isEqualTo(new X264Settings(18, "medium", "film"));
        assertThat(mine.encoderOr(new EncoderChoice(null, null, null, "grain")).settings())
                .isEqualTo(new X264Settings(18, "medium", "grain"));
        assertThat(mine.encoderOr(new EncoderChoice("x265", null, null)).settings())
                .isEqualTo(X265Settings.DEFAULT);
    }

    @Test
    void an_unknown_profile_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> Profiles.named("tv"))
                .hasMessage("there is no profile 'tv': choose one of archive, master, web, preview");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: a\nversion: 1\ndescription: b\ncrff: 20",
                "name: A b\nversion: 1\ndescription: b",
                "name: a\nversion: 0\ndescription: b",
                "name: a\nversion: 1\ndescription: b\nencoder: h264",
                "name: a\nversion: 1\ndescription: b\nencoder: ffv1\ncrf: 20",
                "name: a\nversion: 1\ndescription: b\nencoder: x265\ntune: film",
                "name: a\nversion: 1\ndescription: b\ncontainer: avi",
                "name: a\nversion: 1\ndescription: b\ninterlaced: weave",
                "name: a\nversion: 1\ndescription: b\nheight: 721",
                "name: a\nversion: 1\ndescription: b\nnativeHeight: 720\nheight: 480",
                "- a list",
                ""
            })
    void a_file_that_is_no_profile_is_refused_by_its_name(String yaml) {
        assertThatThrownBy(() -> Profiles.read(yaml.getBytes(StandardCharsets.UTF_8), "'mine.yaml'"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'mine.yaml' is no profile: ")
                .hasMessageNotContaining("\n");
    }
}
