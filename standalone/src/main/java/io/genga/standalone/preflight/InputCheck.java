package io.genga.standalone.preflight;

import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the input is a file that can be read, whatever it holds. */
final class InputCheck {

    private InputCheck() {}

    static void require(Path input) {
        if (Files.isDirectory(input)) {
            throw refused("'" + input + "' is a folder: name one video file in it");
        }
        if (!Files.exists(input)) {
            throw refused("there is no file '" + input + "': check the path");
        }
        if (!Files.isRegularFile(input)) {
            throw refused("'" + input + "' is no regular file: name a video file on a disk");
        }
        if (!Files.isReadable(input)) {
            throw refused("'" + input + "' cannot be read: check its permissions");
        }
    }

    private static CommandException refused(String message) {
        return new CommandException(ExitCode.INPUT_REFUSED, message);
    }
}
