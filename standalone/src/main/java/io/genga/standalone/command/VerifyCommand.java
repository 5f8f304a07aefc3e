package io.genga.standalone.command;

import io.genga.media.probe.RefusedMediaException;
import io.genga.media.verify.Check;
import io.genga.media.verify.ComparisonReport;
import io.genga.media.verify.FilmComparison;
import io.genga.media.verify.Likeness;
import io.genga.media.verify.page.VerificationPage;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.standalone.preflight.VerifyArguments;
import io.genga.standalone.report.PageFile;
import io.genga.standalone.report.ReportFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code genga verify}: a film against what any tool made of it. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Compares a film with what any tool made of it.",
        description = {
            "",
            "Decodes both once and says whether every picture is there, in its place, at its time, in its shape and colours,"
                    + " and whether sound, subtitles, attached files or chapters were lost, changed or moved. RESULT may be of any"
                    + " size, codec and container.",
            ""
        },
        footer = {"", "Example:", "  genga verify in.mp4 out.mkv --page verified.html"})
final class VerifyCommand implements Callable<Integer> {

    private static final long FRAMES_BETWEEN_NEWS = 100;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SOURCE", description = "the film as it was")
    private Path source;

    @Parameters(index = "1", paramLabel = "RESULT", description = "what became of it")
    private Path result;

    @Option(names = "--report", paramLabel = "FILE", description = "write what was found, as JSON")
    private Path report;

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description = "write what was found as a page with pictures, one HTML file that needs nothing else")
    private Path page;

    @Override
    public Integer call() {
        VerifyArguments.require(source, result, report, page);
        ComparisonReport found = compare();
        PrintWriter out = spec.commandLine().getOut();
        found.checks().forEach(check -> out.println(line(check)));
        out.println(line(found.likeness()));
        out.println(found.passed() ? "No fault was found." : "There are faults.");
        out.flush();
        if (report != null) {
            ReportFile.write(found, report);
        }
        if (page != null) {
            PageFile.write(VerificationPage.of(found), page);
        }
        return (found.passed() ? ExitCode.DONE : ExitCode.FAULT_FOUND).code();
    }

    private ComparisonReport compare() {
        PrintWriter news = spec.commandLine().getErr();
        try {
            return FilmComparison.compare(source, result, frames -> {
                if (frames % FRAMES_BETWEEN_NEWS == 0) {
                    news.println(frames + " frames compared");
                    news.flush();
                }
            });
        } catch (RefusedMediaException e) {
            throw new CommandException(ExitCode.INPUT_REFUSED, e.getMessage(), e);
        }
    }

    private static String line(Likeness likeness) {
        return likeness.deltaE() == null
                ? "       colours: no part of the picture has one colour"
                : String.format(
                        Locale.ROOT,
                        "       colours of areas differ by a ΔE (CIEDE2000) of %.2f on the mean, of %.2f at most",
                        likeness.deltaE(),
                        likeness.worstDeltaE());
    }

    private static String line(Check check) {
        return String.format("%-6s %-16s %s", check.passed() ? "ok" : "FAULT", check.name(), check.finding());
    }
}
