package io.genga.standalone.preflight;

import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.models.KnownModel;
import io.genga.standalone.models.KnownModels;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import java.util.List;

/** Networks that need not be fetched. */
public final class ReadyNetworks {

    private ReadyNetworks() {}

    /**
     * @param names as {@code --model} takes them; where there are none, all that are ready are meant
     * @throws io.genga.standalone.exit.CommandException with the first one that is not there, or is damaged
     */
    public static List<CataloguedNetwork> of(List<String> names, DataDirectory directory) {
        List<String> chosen = names.isEmpty() ? all(directory) : names;
        return chosen.stream()
                .map(name -> ModelChoice.of(name, directory.networks()).network())
                .toList();
    }

    private static List<String> all(DataDirectory directory) {
        return KnownModels.in(directory).all().stream()
                .filter(KnownModel.Ready.class::isInstance)
                .map(KnownModel::name)
                .toList();
    }
}
