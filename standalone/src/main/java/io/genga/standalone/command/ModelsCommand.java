package io.genga.standalone.command;

import io.genga.ingest.submission.RemasterOptions;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.catalogue.NetworkManifest;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code genga models}: the networks that come with genga. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Lists the networks that --model knows by name.")
final class ModelsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (NetworkManifest network : NetworkCatalogue.builtIn().networks()) {
            boolean standard = network.name().equals(RemasterOptions.DEFAULT_MODEL);
            out.printf(
                    Locale.ROOT,
                    "%-16s x%d  %,d parameters  %s%s%n",
                    network.name(),
                    network.scale(),
                    network.parameters(),
                    network.licence(),
                    standard ? "  (default)" : "");
        }
        out.flush();
    }
}
