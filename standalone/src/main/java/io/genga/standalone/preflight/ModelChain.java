package io.genga.standalone.preflight;

import io.genga.contracts.request.NetworkReference;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.standalone.order.OrderedNetwork;
import io.genga.upscaling.catalogue.NetworkChain;
import io.genga.upscaling.catalogue.NetworkFolder;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.util.List;

/** The networks that {@code --model} asks for, in the order in which they run. */
record ModelChain(List<ModelChoice> models, NetworkChain networks) {

    /**
     * @param names of networks, or paths of ONNX files; at least one
     * @param pulled the networks beside those built in
     */
    static ModelChain of(List<String> names, NetworkFolder pulled) {
        List<ModelChoice> models =
                names.stream().map(name -> ModelChoice.of(name, pulled)).toList();
        try {
            return new ModelChain(
                    models,
                    new NetworkChain(models.stream().map(ModelChoice::manifest).toList()));
        } catch (UnusableNetworkException e) {
            throw new CommandException(ExitCode.WRONG_USAGE, e.getMessage(), e);
        }
    }

    NetworkManifest last() {
        return networks.last();
    }

    NetworkReference lastReference() {
        return models.get(models.size() - 1).reference();
    }

    /** Of those before the last. */
    List<NetworkReference> earlierReferences() {
        return models.stream()
                .limit(models.size() - 1L)
                .map(ModelChoice::reference)
                .toList();
    }

    List<OrderedNetwork> ordered() {
        return models.stream().map(ModelChain::ordered).toList();
    }

    private static OrderedNetwork ordered(ModelChoice model) {
        NetworkManifest manifest = model.manifest();
        return new OrderedNetwork(
                model.reference(), manifest.scale(), model.file().orElse(null), manifest.licence());
    }
}
