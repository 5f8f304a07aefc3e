package io.genga.standalone.command;

import io.genga.standalone.data.DataDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code --data-dir}, for a command and the commands below it. */
final class DataDirectoryOption {

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "where unfinished work and pulled networks are kept; ~/.genga by default. One upscale or up at a"
                            + " time can use it.")
    private Path path;

    DataDirectory directory() {
        return path == null ? DataDirectory.ofUser() : new DataDirectory(path);
    }
}
