package io.genga.standalone.command;

import io.genga.ingest.submission.RemasterOptions;
import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.models.KnownModel;
import io.genga.standalone.models.KnownModels;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code genga models list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Lists the networks: those that --model knows by name, and those that can be pulled.")
final class ModelsListCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private ModelsCommand models;

    @Override
    public void run() {
        print(models.directory(), spec.commandLine().getOut());
    }

    static void print(DataDirectory directory, PrintWriter out) {
        List<KnownModel> models = KnownModels.in(directory).all();
        String names = column(models, KnownModel::name);
        String licences = column(models, KnownModel::licence);
        for (KnownModel model : models) {
            out.printf(
                    Locale.ROOT,
                    names + "  x%d  " + licences + "  %s%s%n",
                    model.name(),
                    model.scale(),
                    model.licence(),
                    model.state(),
                    model.name().equals(RemasterOptions.DEFAULT_MODEL) ? " (default)" : "");
        }
        out.flush();
    }

    /** The format of a column that is as wide as its widest text. */
    private static String column(List<KnownModel> models, Function<KnownModel, String> text) {
        int width = models.stream()
                .mapToInt(model -> text.apply(model).length())
                .max()
                .orElse(1);
        return "%-" + width + "s";
    }
}
