package io.genga.standalone.command;

import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.standalone.models.ModelStore;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.imports.NetworkDetails;
import io.genga.upscaling.imports.NetworkImport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code genga models import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Makes a network of your own ready to use by name.",
        description = {
            "",
            "FILE is an ONNX file with all its weights, or a .param file of ncnn with its .bin beside it. The network takes one"
                    + " picture, RGB from 0 to 1, of any height and width, and gives one.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  genga models import mine.onnx --name mine-x2 --scale 2 --licence MIT",
            "  genga models import mine.param --name mine-x4 --scale 4"
        })
final class ModelsImportCommand implements Runnable {

    private static final int LARGEST_SCALE = 16;
    private static final int LARGEST_HALO = 4096;
    private static final String NCNN_ENDING = ".param";
    private static final String ONNX_ENDING = ".onnx";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the network: .onnx or .param")
    private Path file;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            description = "lower-case letters, digits, '.' and '-'")
    private String name;

    @Option(
            names = "--scale",
            paramLabel = "N",
            required = true,
            description = "pixels out per pixel in, in each direction")
    private int scale;

    @Option(
            names = "--halo",
            paramLabel = "N",
            description =
                    "pixels around a tile that are computed with it; too few show as seams. As far as an output pixel"
                            + " sees by default, at most 32; 32 for ONNX files.")
    private Integer halo;

    @Option(
            names = "--licence",
            paramLabel = "TEXT",
            defaultValue = "not stated",
            description = "of the weights; '${DEFAULT-VALUE}' by default")
    private String licence;

    @Mixin
    private PrecisionOption precision;

    @ParentCommand
    private ModelsCommand models;

    @Override
    public void run() {
        NetworkDetails details = details();
        Path stored = new ModelStore(models.directory().networks()).add(() -> precision.of(network(details)));
        PrintWriter out = spec.commandLine().getOut();
        out.println(precision.nameOf(name) + " (licence " + licence + ") is ready: " + stored);
        out.flush();
    }

    private CataloguedNetwork network(NetworkDetails details) {
        if (file.toString().endsWith(NCNN_ENDING)) {
            return NetworkImport.ofNcnn(file, details);
        }
        if (file.toString().endsWith(ONNX_ENDING)) {
            return NetworkImport.ofOnnx(file, details);
        }
        throw new CommandException(
                ExitCode.WRONG_USAGE,
                "'" + file + "' ends in neither .onnx nor .param: give a network of ONNX or ncnn");
    }

    private NetworkDetails details() {
        require(
                NetworkManifest.isName(precision.nameOf(name)),
                "--name must be of lower-case letters, digits, '.' and '-', not '" + name + "'");
        require(scale >= 1 && scale <= LARGEST_SCALE, "--scale must lie in 1 to " + LARGEST_SCALE + ", not " + scale);
        require(halo == null || (halo >= 0 && halo <= LARGEST_HALO), "--halo must lie in 0 to " + LARGEST_HALO);
        require(!licence.isBlank(), "--licence must not be empty");
        OptionalInt pixels = halo == null ? OptionalInt.empty() : OptionalInt.of(halo);
        return new NetworkDetails(name, scale, pixels, OptionalInt.empty(), licence, Optional.of(file.toString()));
    }

    private void require(boolean met, String otherwise) {
        if (!met) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
