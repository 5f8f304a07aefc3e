package io.genga.standalone.command;

import io.genga.standalone.models.CheckpointConversion;
import io.genga.standalone.models.KnownModel;
import io.genga.standalone.models.KnownModels;
import io.genga.upscaling.imports.Precision;
import io.genga.upscaling.published.CheckpointOrigin;
import io.genga.upscaling.published.PublishedCheckpoint;
import io.genga.upscaling.published.PublishedNetwork;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code genga models show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Shows what is known of a network, as its manifest has it.")
final class ModelsShowCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "a name that 'genga models list' shows")
    private String name;

    @ParentCommand
    private ModelsCommand models;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        KnownModel model = KnownModels.in(models.directory()).named(name);
        out.println("# " + model.state());
        if (model instanceof KnownModel.Ready ready) {
            out.print(new String(ready.manifest().toYaml(), StandardCharsets.UTF_8));
        } else if (model instanceof KnownModel.ToBePulled published) {
            print(published.network(), out);
        } else if (model instanceof KnownModel.ToBeConverted published) {
            print(new CheckpointConversion(published.checkpoint(), models.directory(), Precision.FP32), out);
        }
        out.flush();
    }

    private static void print(CheckpointConversion conversion, PrintWriter out) {
        PublishedCheckpoint checkpoint = conversion.checkpoint();
        out.println("name: " + checkpoint.name());
        out.println("scale: " + checkpoint.scale());
        out.println("licence: " + checkpoint.licence());
        if (checkpoint.forbidsCommercialUse()) {
            out.println("commercialUse: false");
        }
        checkpoint.source().ifPresent(source -> out.println("source: " + source));
        out.println("file: " + checkpoint.file());
        out.println(origin(checkpoint.origin()));
        checkpoint.sha256().ifPresent(sha256 -> out.println("sha256: " + sha256));
        out.println("# The checkpoint belongs at " + conversion.file() + "; a network is made of it with");
        conversion.commands().forEach(command -> out.println("#   " + command));
    }

    /** Under the names that manifests have for it. */
    private static String origin(CheckpointOrigin origin) {
        if (origin instanceof CheckpointOrigin.Address address) {
            return "download: " + address.uri();
        }
        if (origin instanceof CheckpointOrigin.Carrier carrier) {
            return "package: " + carrier.requirement();
        }
        return "page: " + ((CheckpointOrigin.Page) origin).uri();
    }

    private static void print(PublishedNetwork network, PrintWriter out) {
        out.println("name: " + network.name());
        out.println("scale: " + network.details().scale());
        out.println("licence: " + network.details().licence());
        network.details().source().ifPresent(source -> out.println("source: " + source));
        out.println(network.param() + ": sha256 " + network.paramSha256());
        out.println(network.bin() + ": sha256 " + network.binSha256());
    }
}
