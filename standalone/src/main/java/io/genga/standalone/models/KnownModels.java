package io.genga.standalone.models;

import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import io.genga.upscaling.published.PublishedNetwork;
import io.genga.upscaling.published.PublishedNetworks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All networks that the command knows, each name once. */
public record KnownModels(List<KnownModel> all) {

    /**
     * Looks at what is built in, what lies in the data directory and what has been published.
     *
     * @throws CommandException where a network in the data directory is damaged
     */
    public static KnownModels in(DataDirectory directory) {
        List<KnownModel> models = new ArrayList<>();
        NetworkCatalogue.builtIn().networks().forEach(manifest -> models.add(new KnownModel.BuiltIn(manifest)));
        here(directory).forEach(manifest -> models.add(new KnownModel.Here(manifest)));
        List<String> ready = models.stream().map(KnownModel::name).toList();
        PublishedNetworks.all().stream()
                .filter(network -> !ready.contains(network.name()))
                .forEach(network -> models.add(new KnownModel.ToBePulled(network)));
        return new KnownModels(List.copyOf(models));
    }

    /**
     * The network of this name.
     *
     * @throws CommandException where there is none of this name
     */
    public KnownModel named(String name) {
        return all.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        ExitCode.WRONG_USAGE,
                        "there is no model '" + name + "': choose one of "
                                + all.stream().map(KnownModel::name).collect(Collectors.joining(", "))));
    }

    /**
     * The published network of this name, whether it was pulled or not.
     *
     * @throws CommandException where no network of this name can be pulled
     */
    public static PublishedNetwork published(String name) {
        return PublishedNetworks.find(name)
                .orElseThrow(() -> new CommandException(
                        ExitCode.WRONG_USAGE,
                        "there is no network '" + name + "' to pull: choose one of "
                                + PublishedNetworks.all().stream()
                                        .map(PublishedNetwork::name)
                                        .collect(Collectors.joining(", "))));
    }

    private static List<NetworkManifest> here(DataDirectory directory) {
        try {
            return directory.networks().networks();
        } catch (UnusableNetworkException e) {
            throw new CommandException(ExitCode.INPUT_REFUSED, e.getMessage(), e);
        }
    }
}
