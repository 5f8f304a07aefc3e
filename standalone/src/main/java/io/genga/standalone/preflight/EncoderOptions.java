package io.genga.standalone.preflight;

import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.X264Settings;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;

/** The encoder that {@code --encoder}, {@code --crf} and {@code --preset} ask for. */
final class EncoderOptions {

    private EncoderOptions() {}

    static EncoderSettings settings(UpscaleArguments arguments) {
        return switch (arguments.encoder()) {
            case "x264" -> x264(arguments.crf(), arguments.preset());
            case "ffv1" -> ffv1(arguments.crf(), arguments.preset());
            default -> throw usage("there is no encoder '" + arguments.encoder() + "': choose x264 or ffv1");
        };
    }

    private static X264Settings x264(Integer crf, String preset) {
        try {
            return new X264Settings(
                    crf == null ? X264Settings.DEFAULT.crf() : crf,
                    preset == null ? X264Settings.DEFAULT.preset() : preset);
        } catch (IllegalArgumentException e) {
            throw usage("--" + e.getMessage());
        }
    }

    private static Ffv1Settings ffv1(Integer crf, String preset) {
        if (crf != null || preset != null) {
            throw usage("ffv1 is lossless: leave out --crf and --preset, or choose --encoder x264");
        }
        return new Ffv1Settings();
    }

    private static CommandException usage(String message) {
        return new CommandException(ExitCode.WRONG_USAGE, message);
    }
}
