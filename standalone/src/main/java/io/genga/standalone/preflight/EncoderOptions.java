package io.genga.standalone.preflight;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.profile.Profile;
import io.genga.contracts.profile.Profiles;
import io.genga.contracts.request.EncoderChoice;
import io.genga.contracts.request.EncoderSettings;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The profile and the encoder that {@code --profile}, {@code --encoder}, {@code --crf}, {@code --preset} and {@code --tune} ask for. */
final class EncoderOptions {

    private static final String ENDING_OF_FILES = ".yaml";

    private EncoderOptions() {}

    static ChosenProfile profile(UpscaleArguments arguments) {
        String profile = arguments.profile();
        try {
            return profile != null && profile.endsWith(ENDING_OF_FILES)
                    ? ofFile(profile)
                    : ChosenProfile.builtIn(Profiles.named(profile));
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.WRONG_USAGE, e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.WRONG_USAGE, "the profile '" + profile + "' cannot be read: check its path", e);
        }
    }

    private static ChosenProfile ofFile(String path) throws IOException {
        byte[] yaml = Files.readAllBytes(Path.of(path));
        Profile profile = Profiles.read(yaml, "'" + path + "'");
        return new ChosenProfile(profile, profile.reference(Sha256.of(yaml)));
    }

    static EncoderSettings settings(UpscaleArguments arguments, Profile profile) {
        try {
            return profile.encoderOr(new EncoderChoice(
                            arguments.encoder(), arguments.crf(), arguments.preset(), arguments.tune()))
                    .settings();
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.WRONG_USAGE, e.getMessage(), e);
        }
    }
}
