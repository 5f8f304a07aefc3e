package io.genga.standalone.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.request.ProfileReference;
import io.genga.contracts.request.X264Settings;
import io.genga.standalone.data.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which profile a film was made with is recorded. */
class EncoderOptionsTest {

    @TempDir
    Path folder;

    @Test
    void a_profile_that_is_built_in_is_recorded_by_its_name_and_version() {
        assertThat(EncoderOptions.profile(naming("web")).reference()).isEqualTo(new ProfileReference("web", 1, null));
    }

    @Test
    void a_profile_of_a_users_own_is_recorded_with_the_digest_of_its_file() throws IOException {
        String yaml = "name: mine\nversion: 3\ndescription: as I like it\nencoder: x265\ncrf: 20\n";
        Path file = Files.writeString(folder.resolve("mine.yaml"), yaml);

        assertThat(EncoderOptions.profile(naming(file.toString())).reference())
                .isEqualTo(new ProfileReference("mine", 3, Sha256.of(Files.readAllBytes(file))));
    }

    @Test
    void no_profile_is_recorded_where_none_is_named() {
        assertThat(EncoderOptions.profile(naming(null)).reference()).isNull();
    }

    @Test
    void a_tune_on_the_command_line_goes_before_that_of_the_profile() throws IOException {
        String yaml = "name: mine\nversion: 1\ndescription: of film\nencoder: x264\ntune: grain\n";
        Path file = Files.writeString(folder.resolve("mine.yaml"), yaml);
        UpscaleArguments silent = naming(file.toString());
        UpscaleArguments animated = naming(file.toString(), "animation");

        assertThat(EncoderOptions.settings(
                        silent, EncoderOptions.profile(silent).profile()))
                .isEqualTo(new X264Settings(18, "medium", "grain"));
        assertThat(EncoderOptions.settings(
                        animated, EncoderOptions.profile(animated).profile()))
                .isEqualTo(new X264Settings(18, "medium", "animation"));
    }

    private UpscaleArguments naming(String profile) {
        return naming(profile, null);
    }

    private UpscaleArguments naming(String profile, String tune) {
        return new UpscaleArguments(
                folder.resolve("in.mkv"),
                folder.resolve("out.mkv"),
                false,
                false,
                List.of("nearest-x2"),
                profile,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                false,
                new DataDirectory(folder),
                null,
                false,
                null,
                tune,
                null,
                null,
                null,
                null);
    }
}
