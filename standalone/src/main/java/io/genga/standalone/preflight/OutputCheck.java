package io.genga.standalone.preflight;

import io.genga.contracts.request.OutputContainer;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the output can be written. */
final class OutputCheck {

    private OutputCheck() {}

    static OutputContainer container(Path output, boolean fragmented) {
        OutputContainer named = containerNamedBy(output);
        if (fragmented && named != OutputContainer.MP4) {
            throw new CommandException(
                    ExitCode.WRONG_USAGE,
                    "--fragmented goes with an MP4, not with '" + output + "': name an output that ends in .mp4");
        }
        return fragmented ? OutputContainer.FRAGMENTED_MP4 : named;
    }

    private static OutputContainer containerNamedBy(Path output) {
        return OutputContainer.ofFileName(output.toString())
                .orElseThrow(() -> new CommandException(
                        ExitCode.WRONG_USAGE,
                        "the output '" + output
                                + "' must end in .mkv, .mp4, .mov or .webm: the ending decides the container"));
    }

    static void require(Path input, Path output, boolean force) {
        if (Files.isDirectory(output)) {
            throw unwritable("the output '" + output + "' is a folder: name a file in it");
        }
        requireOther(input, output);
        if (Files.exists(output) && !force) {
            throw unwritable("the output '" + output + "' exists: name another one, or replace it with --force");
        }
        requireFolder("output", output);
    }

    /** Also for a report. */
    static void requireFolder(String what, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw unwritable("there is no folder '" + folder + "' for the " + what + " '" + file + "': make it first");
        }
        if (!Files.isWritable(folder)) {
            throw unwritable("the folder '" + folder + "' of the " + what + " '" + file
                    + "' is not writable: choose another one, or change its permissions");
        }
    }

    static void requireOther(Path input, Path output) {
        try {
            if (Files.exists(output) && Files.isSameFile(input, output)) {
                throw new CommandException(
                        ExitCode.WRONG_USAGE,
                        "'" + input + "' and '" + output + "' are the same file: name another output");
            }
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.OUTPUT_UNWRITABLE,
                    "the output '" + output + "' cannot be looked at (" + e + "): check its permissions",
                    e);
        }
    }

    private static CommandException unwritable(String message) {
        return new CommandException(ExitCode.OUTPUT_UNWRITABLE, message);
    }
}
