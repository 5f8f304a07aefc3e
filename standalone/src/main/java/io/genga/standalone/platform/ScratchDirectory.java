package io.genga.standalone.platform;

import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The files that a killed process left behind. */
final class ScratchDirectory {

    private ScratchDirectory() {}

    static void empty(DataDirectory directory) {
        Path scratch = directory.scratch();
        if (!Files.exists(scratch)) {
            return;
        }
        try (Stream<Path> content = Files.walk(scratch)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.IN_USE,
                    "the scratch directory " + scratch + " cannot be emptied (" + e + "): delete it by hand",
                    e);
        }
    }
}
