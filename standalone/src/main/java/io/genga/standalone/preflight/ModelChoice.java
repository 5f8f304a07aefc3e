package io.genga.standalone.preflight;

import io.genga.contracts.request.NetworkReference;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The network that {@code --model} asks for.
 *
 * @param file where it is not a built-in one
 */
record ModelChoice(NetworkManifest manifest, Optional<Path> file) {

    private static final String NETWORK_FILE = ".onnx";

    /** @param model name of a built-in network, or path of an ONNX file */
    static ModelChoice of(String model) {
        return model.endsWith(NETWORK_FILE) ? file(Path.of(model)) : builtIn(model);
    }

    NetworkReference reference() {
        return new NetworkReference(manifest.name(), manifest.sha256());
    }

    private static ModelChoice builtIn(String name) {
        NetworkCatalogue catalogue = NetworkCatalogue.builtIn();
        return catalogue
                .find(name)
                .map(network -> new ModelChoice(network.manifest(), Optional.empty()))
                .orElseThrow(() -> new CommandException(
                        ExitCode.WRONG_USAGE,
                        "there is no model '" + name + "': choose one of " + String.join(", ", catalogue.names())
                                + ", or give the path of an .onnx file"));
    }

    private static ModelChoice file(Path onnx) {
        Path absolute = onnx.toAbsolutePath();
        try {
            return new ModelChoice(CataloguedNetwork.fromFile(absolute).manifest(), Optional.of(absolute));
        } catch (UnusableNetworkException e) {
            throw new CommandException(ExitCode.INPUT_REFUSED, e.getMessage(), e);
        }
    }
}
