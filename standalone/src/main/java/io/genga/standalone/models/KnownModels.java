package io.genga.standalone.models;

import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import io.genga.upscaling.published.Published;
import io.genga.upscaling.published.PublishedCheckpoint;
import io.genga.upscaling.published.PublishedCheckpoints;
import io.genga.upscaling.published.PublishedNetworks;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        PublishedCheckpoints.all().stream()
                .filter(checkpoint -> !ready.contains(checkpoint.name()))
                .forEach(checkpoint ->
                        models.add(new KnownModel.ToBeConverted(checkpoint, isFetched(checkpoint, directory))));
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
     * What is published under this name, whether it was pulled or not.
     *
     * @throws CommandException where nothing of this name can be pulled
     */
    public static Published published(String name) {
        return published()
                .filter(found -> found.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        ExitCode.WRONG_USAGE,
                        "there is no network '" + name + "' to pull: choose one of "
                                + published().map(Published::name).collect(Collectors.joining(", "))));
    }

    private static Stream<Published> published() {
        return Stream.concat(PublishedNetworks.all().stream(), PublishedCheckpoints.all().stream());
    }

    private static boolean isFetched(PublishedCheckpoint checkpoint, DataDirectory directory) {
        return Files.isRegularFile(directory.checkpoints().resolve(checkpoint.file()));
    }

    private static List<NetworkManifest> here(DataDirectory directory) {
        try {
            return directory.networks().networks();
        } catch (UnusableNetworkException e) {
            throw new CommandException(ExitCode.INPUT_REFUSED, e.getMessage(), e);
        }
    }
}
