package io.genga.standalone.preflight;

import io.genga.contracts.request.NetworkReference;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.catalogue.NetworkFolder;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import io.genga.upscaling.published.PublishedCheckpoints;
import io.genga.upscaling.published.PublishedNetworks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The network that {@code --model} asks for.
 *
 * @param file where it is not a built-in one
 */
record ModelChoice(CataloguedNetwork network, Optional<Path> file) {

    /** A network that is several ONNX files is named by its manifest. */
    private static final List<String> NETWORK_FILES = List.of(".onnx", ".yaml");

    /**
     * @param model name of a network, or path of an ONNX file or a manifest
     * @param pulled the networks beside those built in
     */
    static ModelChoice of(String model, NetworkFolder pulled) {
        if (NETWORK_FILES.stream().anyMatch(model::endsWith)) {
            return file(Path.of(model));
        }
        return NetworkCatalogue.builtIn()
                .find(model)
                .map(network -> new ModelChoice(network, Optional.empty()))
                .orElseGet(() -> pulled(model, pulled));
    }

    NetworkManifest manifest() {
        return network.manifest();
    }

    NetworkReference reference() {
        return new NetworkReference(manifest().name(), manifest().sha256());
    }

    /** @param consequence of a network that sees several frames, for the user */
    void requireSingleFrames(String consequence) {
        if (!manifest().isSingleFrame()) {
            throw new CommandException(
                    ExitCode.WRONG_USAGE,
                    manifest().name() + " sees several frames, " + consequence
                            + ": choose a network for single frames");
        }
    }

    private static ModelChoice pulled(String name, NetworkFolder pulled) {
        if (pulled.contains(name)) {
            return file(pulled.file(name));
        }
        throw new CommandException(ExitCode.WRONG_USAGE, unknown(name, pulled));
    }

    private static String unknown(String name, NetworkFolder pulled) {
        if (PublishedCheckpoints.find(name).isPresent()) {
            return "the model '" + name + "' is published as a checkpoint of PyTorch: 'genga models pull " + name
                    + "' fetches it and says how it becomes a network";
        }
        if (PublishedNetworks.find(name).isPresent()) {
            return "the model '" + name + "' is not here yet: fetch it with 'genga models pull " + name + "'";
        }
        List<String> known = new ArrayList<>(NetworkCatalogue.builtIn().names());
        known.addAll(pulled.names());
        return "there is no model '" + name + "': choose one of " + String.join(", ", known)
                + ", pull one that 'genga models list' shows, or give the path of an .onnx file";
    }

    private static ModelChoice file(Path onnx) {
        Path absolute = onnx.toAbsolutePath();
        try {
            return new ModelChoice(CataloguedNetwork.fromFile(absolute), Optional.of(absolute));
        } catch (UnusableNetworkException e) {
            throw new CommandException(ExitCode.INPUT_REFUSED, e.getMessage(), e);
        }
    }
}
