package io.genga.standalone.command;

import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.standalone.preflight.ReadyNetworks;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import io.genga.upscaling.inference.InferenceException;
import io.genga.upscaling.inference.NetworkTrial;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code genga models verify}: whether networks do here what their manifests say. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Checks that networks do here what their manifests say.",
        description = {
            "",
            "Compares each ONNX file with the sha256 of its manifest, opens it, and runs it on a drawn picture: in tiles and as a"
                    + " whole, which must be equal within one step of 8 bits, and twice, which must be equal bit for bit.",
            ""
        })
final class ModelsVerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "as --model takes them; all that are ready by default")
    private List<String> names = List.of();

    @Mixin
    private DeviceOptions device;

    @ParentCommand
    private ModelsCommand models;

    @Override
    public Integer call() {
        List<CataloguedNetwork> networks = ReadyNetworks.of(names, models.directory());
        device.choice().require();
        PrintWriter out = spec.commandLine().getOut();
        List<String> failed = new ArrayList<>();
        for (CataloguedNetwork network : networks) {
            NetworkTrial trial = trial(network);
            out.printf(Locale.ROOT, "%s: %s%n", network.manifest().name(), finding(trial));
            out.flush();
            if (!trial.passed()) {
                failed.add(network.manifest().name());
            }
        }
        if (!failed.isEmpty()) {
            throw new CommandException(
                    ExitCode.INPUT_REFUSED,
                    String.join(", ", failed)
                            + " cannot be trusted with films: correct receptiveFieldRadius, tileAlignment or globalPooling in the"
                            + " manifest, or export the network again");
        }
        return ExitCode.DONE.code();
    }

    private NetworkTrial trial(CataloguedNetwork network) {
        try {
            return NetworkTrial.of(network, device.choice().device());
        } catch (UnusableNetworkException | InferenceException e) {
            throw new CommandException(ExitCode.INPUT_REFUSED, e.getMessage(), e);
        }
    }

    private static String finding(NetworkTrial trial) {
        if (trial.repeatable().isEmpty()) {
            return "can be opened; it sees several frames, and was not run";
        }
        String tiles = trial.tilesOffWhole().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "tiles and whole are %.3f steps of 8 bits apart",
                        trial.tilesOffWhole().getAsDouble())
                : "takes pictures whole";
        return tiles
                + (trial.repeatable().get() ? ", two runs are equal" : ", two runs are NOT equal")
                + (trial.passed() ? "" : ": FAULT");
    }
}
