package io.genga.standalone.command;

import io.genga.standalone.data.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code genga models}: the networks, and what can be done with them. Without a command it lists them. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Lists, fetches, imports, checks and measures networks.",
        footer = {
            "",
            "Examples:",
            "  genga models list",
            "  genga models pull realesr-animevideov3-x2",
            "  genga models import mine.onnx --name mine-x2 --scale 2"
        },
        subcommands = {
            ModelsListCommand.class,
            ModelsShowCommand.class,
            ModelsPullCommand.class,
            ModelsImportCommand.class,
            ModelsVerifyCommand.class,
            ModelsBenchCommand.class
        })
final class ModelsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataDirectoryOption dataDirectory;

    @Override
    public void run() {
        ModelsListCommand.print(directory(), spec.commandLine().getOut());
    }

    DataDirectory directory() {
        return dataDirectory.directory();
    }
}
