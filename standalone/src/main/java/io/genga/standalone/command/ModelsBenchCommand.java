package io.genga.standalone.command;

import io.genga.standalone.bench.NetworkBench;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.standalone.preflight.ReadyNetworks;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code genga models bench}: which network takes how long here. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Measures how long networks of single frames take here, beside each other.",
        description = {
            "",
            "Runs them in turns on one picture of 320x240 pixels and prints a Markdown table: medians, ranges, and ratios to the"
                    + " first of them.",
            ""
        },
        footer = {"", "Example:", "  genga models bench genga-cel-x2 genga-cel-x2-int8 --runs 9"})
final class ModelsBenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "as --model takes them; all of single frames that are ready by default")
    private List<String> names = List.of();

    @Option(names = "--runs", paramLabel = "N", defaultValue = "5", description = "of each; 5 by default")
    private int runs;

    @Mixin
    private DeviceOptions device;

    @ParentCommand
    private ModelsCommand models;

    @Override
    public Integer call() {
        if (runs < 1) {
            throw new ParameterException(spec.commandLine(), "--runs must be at least 1, not " + runs);
        }
        List<CataloguedNetwork> networks = ReadyNetworks.of(names, models.directory()).stream()
                .filter(this::isMeasurable)
                .toList();
        device.choice().require();
        PrintWriter out = spec.commandLine().getOut();
        try {
            out.print(NetworkBench.of(networks, device.choice().device(), runs));
        } catch (UnusableNetworkException e) {
            throw new CommandException(ExitCode.INPUT_REFUSED, e.getMessage(), e);
        }
        out.flush();
        return ExitCode.DONE.code();
    }

    /** @throws CommandException where it is not, but was asked for */
    private boolean isMeasurable(CataloguedNetwork network) {
        boolean measurable = network.manifest().isSingleFrame();
        if (!measurable && !names.isEmpty()) {
            throw new CommandException(
                    ExitCode.WRONG_USAGE,
                    "the model '" + network.manifest().name()
                            + "' sees several frames: look at 'genga upscale --timings' instead");
        }
        return measurable;
    }
}
