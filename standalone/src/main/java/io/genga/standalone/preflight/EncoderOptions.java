package io.genga.standalone.preflight;

import io.genga.contracts.profile.Profile;
import io.genga.contracts.profile.Profiles;
import io.genga.contracts.request.EncoderChoice;
import io.genga.contracts.request.EncoderSettings;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The profile and the encoder that {@code --profile}, {@code --encoder}, {@code --crf} and {@code --preset} ask for. */
final class EncoderOptions {

    private static final String ENDING_OF_FILES = ".yaml";

    private EncoderOptions() {}

    static Profile profile(UpscaleArguments arguments) {
        String profile = arguments.profile();
        try {
            return profile != null && profile.endsWith(ENDING_OF_FILES)
                    ? Profiles.read(Files.readAllBytes(Path.of(profile)), "'" + profile + "'")
                    : Profiles.named(profile);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.WRONG_USAGE, e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.WRONG_USAGE, "the profile '" + profile + "' cannot be read: check its path", e);
        }
    }

    static EncoderSettings settings(UpscaleArguments arguments, Profile profile) {
        try {
            return profile.encoderOr(new EncoderChoice(arguments.encoder(), arguments.crf(), arguments.preset()))
                    .settings();
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.WRONG_USAGE, e.getMessage(), e);
        }
    }
}
