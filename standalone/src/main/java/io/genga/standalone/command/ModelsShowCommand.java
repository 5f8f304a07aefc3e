package io.genga.standalone.command;

import io.genga.standalone.models.KnownModel;
import io.genga.standalone.models.KnownModels;
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
        }
        out.flush();
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
