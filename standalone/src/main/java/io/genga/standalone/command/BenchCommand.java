package io.genga.standalone.command;

import io.genga.ingest.submission.RemasterOptions;
import io.genga.samplefilm.recording.FilmWriter;
import io.genga.standalone.bench.BenchOrder;
import io.genga.standalone.bench.BenchPlot;
import io.genga.standalone.bench.BenchReport;
import io.genga.standalone.bench.BenchResult;
import io.genga.standalone.bench.BenchTable;
import io.genga.standalone.bench.FilmBench;
import io.genga.standalone.exit.ExitCode;
import io.genga.standalone.preflight.BenchArguments;
import io.genga.standalone.report.PageFile;
import io.genga.standalone.report.ReportFile;
import io.genga.standalone.version.GengaVersion;
import io.genga.upscaling.tile.RunShapes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code genga bench}: what inference costs on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Measures what inference costs here, and what the reuse of drawings saves.",
        description = {
            "",
            "Runs the network on FILM with every --reuse and, beside each, on tiles of the same sizes that are ready: the limit"
                    + " that ONNX Runtime sets. All of them take turns frame by frame, so that a slow minute hits all alike."
                    + " Prints a Markdown table of medians and ranges; times of decoding and encoding are not in it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  genga bench film.mp4 --plot film.svg",
            "  genga bench film.mp4 --model realesr-animevideov3 --frames 48 --runs 1",
            "  genga bench --device cuda",
            "  genga bench --device cuda --shapes any"
        })
final class BenchCommand implements Callable<Integer> {

    private static final String SAMPLE_FILM = "sample-film.mkv";

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILM",
            description = "any film that 'genga upscale' takes; that of 'genga demo' by default")
    private Path film;

    @Option(
            names = "--model",
            paramLabel = "M",
            defaultValue = RemasterOptions.DEFAULT_MODEL,
            description = "the network, as 'genga upscale' takes it; ${DEFAULT-VALUE} by default")
    private String model;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "3", description = "over the film; 3 by default")
    private int runs;

    @Option(names = "--frames", paramLabel = "N", description = "only so many, from the film's beginning")
    private Long frames;

    @Option(
            names = "--video",
            paramLabel = "N",
            description = "which of several video streams to run on, counted from 0")
    private Integer video;

    @Option(
            names = "--shapes",
            paramLabel = "S",
            description =
                    "in which shapes changed parts are computed: any, or squares of one size, several at once; squares"
                            + " on a GPU and any on a processor by default")
    private RunShapes shapes;

    @Option(names = "--plot", paramLabel = "FILE", description = "draw the processor time as bars, in SVG")
    private Path plot;

    @Option(names = "--report", paramLabel = "FILE", description = "write all figures, as JSON")
    private Path report;

    @Mixin
    private DeviceOptions device;

    @Mixin
    private DataDirectoryOption dataDirectory;

    @Override
    public Integer call() throws IOException {
        requireAtLeastOne("--runs", runs);
        requireAtLeastOne("--frames", mostFrames());
        if (film != null) {
            measure(film);
            return ExitCode.DONE.code();
        }
        Path folder = Files.createTempDirectory("genga-sample-film");
        Path sample = folder.resolve(SAMPLE_FILM);
        try {
            FilmWriter.write(sample);
            measure(sample);
        } finally {
            Files.deleteIfExists(sample);
            Files.delete(folder);
        }
        return ExitCode.DONE.code();
    }

    private void measure(Path chosen) {
        BenchOrder order = new BenchArguments(
                        chosen,
                        model,
                        video,
                        device.choice(),
                        Optional.ofNullable(shapes),
                        runs,
                        mostFrames(),
                        dataDirectory.directory(),
                        Stream.of(plot, report).filter(Objects::nonNull).toList())
                .check();
        BenchResult found = FilmReading.of(
                chosen, "measuring", spec.commandLine().getErr(), progress -> FilmBench.run(order, progress));
        String name = chosen.getFileName().toString();
        if (report != null) {
            ReportFile.write(BenchReport.of(found, name, GengaVersion.current()), report);
        }
        if (plot != null) {
            PageFile.write(BenchPlot.of(found, name), plot);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(BenchTable.of(found));
        out.flush();
    }

    private long mostFrames() {
        return frames == null ? Long.MAX_VALUE : frames;
    }

    private void requireAtLeastOne(String option, long value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), option + " must be at least 1, not " + value);
        }
    }
}
