package io.genga.standalone.command;

import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.data.DataDirectoryLock;
import io.genga.standalone.platform.PlatformRun;
import io.genga.standalone.platform.PlatformSettings;
import io.genga.standalone.platform.StopSignal;
import io.genga.standalone.preflight.PortCheck;
import io.genga.standalone.up.UpApplication;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code genga up}: the platform as a server. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Runs the platform until it is stopped.",
        description = {
            "",
            "Serves the REST API at 127.0.0.1, watches the inbox of an S3 store on this machine and remasters what comes in,"
                    + " several films at a time.",
            ""
        },
        footer = {"", "Example:", "  genga up --port 8080"})
final class UpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "8080",
            description = "of the REST API at 127.0.0.1; ${DEFAULT-VALUE} by default")
    private int port;

    @Mixin
    private PlatformOptions platform;

    @Override
    public Integer call() throws Exception {
        PortCheck.require(port);
        platform.device().require();
        DataDirectory directory = platform.dataDirectory();
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(directory, platform.commandText())) {
            StopSignal.listen(
                    () -> spec.commandLine().getErr().println("Stopping; unfinished jobs go on at the next start."));
            PlatformSettings settings = new PlatformSettings(
                    directory, platform.workers(), platform.device(), new PlatformSettings.RestApi.Open(port));
            return PlatformRun.run(
                    settings, UpApplication.class, directory.root().toString());
        }
    }
}
