package io.genga.standalone.preflight;

import io.genga.contracts.request.EncoderChoice;
import io.genga.contracts.request.EncoderSettings;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;

/** The encoder that {@code --encoder}, {@code --crf} and {@code --preset} ask for. */
final class EncoderOptions {

    private EncoderOptions() {}

    static EncoderSettings settings(UpscaleArguments arguments) {
        try {
            return new EncoderChoice(arguments.encoder(), arguments.crf(), arguments.preset()).settings();
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.WRONG_USAGE, e.getMessage(), e);
        }
    }
}
