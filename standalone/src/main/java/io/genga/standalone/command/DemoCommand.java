package io.genga.standalone.command;

import io.genga.contracts.request.DrawingReuse;
import io.genga.ingest.submission.RemasterOptions;
import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.data.DataDirectoryLock;
import io.genga.standalone.demo.DemoFolder;
import io.genga.standalone.exit.ExitCode;
import io.genga.standalone.order.UpscaleOrder;
import io.genga.standalone.preflight.InspectArguments;
import io.genga.standalone.preflight.Preflight;
import io.genga.standalone.preflight.UpscaleArguments;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code genga demo}: a film of our own, before and after. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Draws a sample film and upscales it.",
        description = {
            "",
            "Draws a film of seven seconds, makes it small and a little worse, as old films are, upscales it as"
                    + " 'genga upscale' does, and shows details of both side by side. Takes less than a minute. What an"
                    + " earlier demo left in DIRECTORY is replaced.",
            ""
        },
        footer = {"", "Examples:", "  genga demo", "  genga demo /tmp/genga-demo"})
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIRECTORY",
            defaultValue = "genga-demo",
            description = "where film, result, picture, page and report go; ${DEFAULT-VALUE} by default")
    private Path directory;

    @Mixin
    private PlatformOptions platform;

    @Override
    public Integer call() throws Exception {
        DemoFolder folder = new DemoFolder(directory);
        folder.requireUsable();
        platform.device().require();
        PrintWriter out = spec.commandLine().getOut();
        int exitCode;
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(platform.dataDirectory(), platform.commandText())) {
            out.println("Drawing a sample film of seven seconds.");
            folder.drawFilm();
            exitCode =
                    OneFilm.upscale(order(folder), platform, spec.commandLine().getErr());
        }
        if (exitCode == ExitCode.DONE.code()) {
            folder.drawPicture();
            folder.drawInspection(InspectArguments.check(
                    folder.film(),
                    RemasterOptions.DEFAULT_MODEL,
                    DrawingReuse.DEFAULT.toString(),
                    null,
                    platform.dataDirectory(),
                    folder.inspection(),
                    null));
            out.println(explanation(folder));
        }
        return exitCode;
    }

    private UpscaleOrder order(DemoFolder folder) {
        DataDirectory data = platform.dataDirectory();
        return Preflight.check(new UpscaleArguments(
                folder.film(),
                folder.remastered(),
                false,
                true,
                List.of(RemasterOptions.DEFAULT_MODEL),
                null,
                "x264",
                null,
                null,
                null,
                DrawingReuse.DEFAULT.toString(),
                null,
                List.of(),
                null,
                false,
                data,
                folder.report(),
                false,
                null,
                null,
                null,
                null,
                null,
                null));
    }

    private static String explanation(DemoFolder folder) {
        return """

                The same lines and letters before and after, side by side:
                  %s
                The film, 512 x 288, encoded small:
                  %s
                The result, 1024 x 576, with the same sound, subtitles, chapters and attachment:
                  %s
                Which of its drawings are held, and where the picture changes, as a page:
                  %s
                How the result was compared with the film, as a page:
                  %s
                What was done, in figures:
                  %s

                Each frame bears its number, and a click begins at each full second: play both and compare.
                Now a film of your own:  genga upscale film.mp4 remastered.mkv\
                """.formatted(
                        folder.picture(),
                        folder.film(),
                        folder.remastered(),
                        folder.inspection(),
                        folder.verification(),
                        folder.report());
    }
}
