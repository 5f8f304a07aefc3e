package io.genga.standalone.command;

import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.platform.DeviceChoice;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands that run the platform have in common. */
final class PlatformOptions {

    private static final int MOST_WORKERS = 64;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private DataDirectoryOption dataDirectory;

    @Mixin
    private DeviceOptions device;

    private Integer workers;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "chunks upscaled at the same time, 1 to 64; 1 by default, 2 on a GPU. They share the processors.")
    void setWorkers(int workers) {
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new ParameterException(
                    command.commandLine(), "--workers must lie in 1 to " + MOST_WORKERS + ", not " + workers);
        }
        this.workers = workers;
    }

    int workers() {
        return workers == null ? device.choice().kind().chunksAtOnce() : workers;
    }

    /** Chosen, but not tried. */
    DeviceChoice device() {
        return device.choice();
    }

    DataDirectory dataDirectory() {
        return dataDirectory.directory();
    }

    /** As the user typed it. */
    String commandText() {
        CommandLine root = command.root().commandLine();
        return "genga " + String.join(" ", root.getParseResult().originalArgs());
    }
}
