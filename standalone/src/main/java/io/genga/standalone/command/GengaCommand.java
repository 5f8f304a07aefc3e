package io.genga.standalone.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code genga}: the command around its commands. */
@Command(
        name = "genga",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        synopsisSubcommandLabel = "COMMAND",
        header = "Remasters anime and video by super-resolution.",
        description = {
            "",
            "Makes every frame of a film larger with a neural network and keeps all else: sound, subtitles, chapters, time"
                    + " stamps. Work that was interrupted goes on where it was.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  genga demo",
            "  genga inspect in.mp4",
            "  genga upscale in.mp4 out.mkv",
            "  genga upscale in.mkv out.mkv --crf 16 --preset slow --workers 2",
            "  genga models pull realesr-animevideov3-x2",
            "  genga up",
            "  genga verify in.mp4 out.mkv",
            "  genga bench in.mp4",
            "",
            "'genga COMMAND --help' tells all about one of them; 'genga test' runs the project's tests."
        },
        subcommands = {
            DemoCommand.class,
            UpscaleCommand.class,
            UpCommand.class,
            InspectCommand.class,
            VerifyCommand.class,
            BenchCommand.class,
            ModelsCommand.class
        })
public final class GengaCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** The command line, ready to {@code execute} a user's arguments. It writes to {@code out} and {@code err} alone. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine commandLine = new CommandLine(new GengaCommand());
        commandLine.setOut(out);
        commandLine.setErr(err);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler(new WrongUsage());
        commandLine.setExecutionExceptionHandler(new OneSentence());
        addExitCodes(commandLine);
        return commandLine;
    }

    private static void addExitCodes(CommandLine parent) {
        for (CommandLine command : parent.getSubcommands().values()) {
            ExitCodesHelp.addTo(command);
            addExitCodes(command);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: demo, inspect, upscale, up, verify, bench or models");
    }
}
