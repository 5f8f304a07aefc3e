package io.genga.standalone.command;

import io.genga.ingest.submission.RemasterOptions;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.standalone.inspect.FilmInspection;
import io.genga.standalone.inspect.InspectedFilm;
import io.genga.standalone.inspect.InspectionOrder;
import io.genga.standalone.inspect.InspectionReport;
import io.genga.standalone.inspect.Summary;
import io.genga.standalone.inspect.page.InspectionPage;
import io.genga.standalone.preflight.InspectArguments;
import io.genga.standalone.report.ReportFile;
import io.genga.standalone.version.GengaVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code genga inspect}: how much of a film is held, before anything is computed. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Shows how much of a film is held, and what that saves.",
        description = {
            "",
            "Decodes FILM once, decides for every frame what 'genga upscale' would compute, runs no network, and writes a page"
                    + " that shows the timeline of drawings, what each --reuse leaves to be computed, and where pictures change. It also says"
                    + " from which height a picture was probably enlarged, for --native-height.",
            ""
        },
        footer = {"", "Example:", "  genga inspect film.mp4 --page film.html --report film.json"})
final class InspectCommand implements Callable<Integer> {

    private static final String ENDING_OF_PAGES = ".inspection.html";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILM", description = "any film that 'genga upscale' takes")
    private Path film;

    @Option(
            names = "--model",
            paramLabel = "M",
            defaultValue = RemasterOptions.DEFAULT_MODEL,
            description =
                    "the network that would run, as 'genga upscale' takes it: how far it sees decides how much is computed around"
                            + " what changes; ${DEFAULT-VALUE} by default")
    private String model;

    @Option(
            names = "--reuse",
            paramLabel = "exact|faithful|fast",
            defaultValue = "faithful",
            description = "the setting that the timeline shows; ${DEFAULT-VALUE} by default")
    private String reuse;

    @Option(
            names = "--video",
            paramLabel = "N",
            description = "which of several video streams to inspect, counted from 0")
    private Integer video;

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description =
                    "where the page goes, which is one file of HTML; FILM.inspection.html in this folder by default")
    private Path page;

    @Option(names = "--report", paramLabel = "FILE", description = "write what was found, as JSON")
    private Path report;

    @Mixin
    private DataDirectoryOption dataDirectory;

    @Override
    public Integer call() {
        Path target = page == null ? Path.of(film.getFileName() + ENDING_OF_PAGES) : page;
        InspectionOrder order =
                InspectArguments.check(film, model, reuse, video, dataDirectory.directory(), target, report);
        InspectedFilm found = FilmReading.of(
                film, "inspecting", spec.commandLine().getErr(), progress -> FilmInspection.inspect(order, progress));
        String name = film.getFileName().toString();
        write(found, name, target);
        if (report != null) {
            ReportFile.write(InspectionReport.of(found, film.toString(), GengaVersion.current()), report);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(Summary.of(found));
        if (found.nativeHeight().found() != null) {
            out.println(found.nativeHeight().advice());
        }
        out.println("The page: " + target);
        out.flush();
        return ExitCode.DONE.code();
    }

    private static void write(InspectedFilm found, String name, Path target) {
        try {
            InspectionPage.write(found, name, target);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.OUTPUT_UNWRITABLE,
                    "the page '" + target + "' cannot be written (" + e + "): name another place for it with --page",
                    e);
        }
    }
}
