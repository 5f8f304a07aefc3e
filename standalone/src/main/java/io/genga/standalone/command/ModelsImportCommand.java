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
                    + " picture, RGB from 0 to 1, of any height and width, and gives one. Where the manifest of an ONNX file lies"
                    + " beside it, as training/import-checkpoint writes it, it tells all else; such a network may see several frames."
                    + " Where a network is several ONNX files, FILE is its manifest.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  genga models import mine.onnx --name mine-x2 --scale 2 --licence MIT",
            "  genga models import mine.param --name mine-x4 --scale 4",
            "  genga models import out/bsrgan-x4.onnx"
        })
final class ModelsImportCommand implements Runnable {

    private static final int LARGEST_SCALE = 16;
    private static final int LARGEST_HALO = 4096;
    private static final String NOT_STATED = "not stated";
    private static final String NCNN_ENDING = ".param";
    private static final String ONNX_ENDING = ".onnx";
    private static final String MANIFEST_ENDING = ".yaml";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the network: .onnx or .param, or the .yaml of several .onnx")
    private Path file;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "lower-case letters, digits, '.' and '-'; that of the manifest by default")
    private String name;

    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "pixels out per pixel in, in each direction; without it the manifest beside FILE tells all")
    private Integer scale;

    @Option(
            names = "--halo",
            paramLabel = "N",
            description =
                    "pixels around a tile that are computed with it; too few show as seams. As far as an output pixel"
                            + " sees by default, at most 32; 32 for ONNX files.")
    private Integer halo;

    @Option(names = "--licence", paramLabel = "TEXT", description = "of the weights; '" + NOT_STATED + "' by default")
    private String licence;

    @Mixin
    private PrecisionOption precision;

    @Mixin
    private AcceptLicenceOption licences;

    @ParentCommand
    private ModelsCommand models;

    @Override
    public void run() {
        CataloguedNetwork network =
                new ModelStore(models.directory().networks()).add(scale == null ? this::described : this::undescribed);
        PrintWriter out = spec.commandLine().getOut();
        NetworkManifest manifest = network.manifest();
        Path stored = models.directory().networks().file(manifest.name());
        out.println(manifest.name() + " (licence " + manifest.licence() + ") is ready: " + stored);
        out.flush();
    }

    /** A network whose manifest lies beside it. */
    private CataloguedNetwork described() {
        require(
                file.toString().endsWith(ONNX_ENDING) || file.toString().endsWith(MANIFEST_ENDING),
                "--scale and --name are needed: only beside an .onnx file a manifest can tell them");
        require(
                halo == null && licence == null,
                "--halo and --licence need --scale: the manifest beside FILE tells them otherwise");
        require(
                name == null || isName(),
                "--name must be of lower-case letters, digits, '.' and '-', not '" + name + "'");
        return precision.of(licences.require(NetworkImport.ofDescribed(file, Optional.ofNullable(name))));
    }

    private CataloguedNetwork undescribed() {
        return precision.of(network(details()));
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
        require(name != null, "--name is needed, since --scale says that no manifest describes the network");
        require(isName(), "--name must be of lower-case letters, digits, '.' and '-', not '" + name + "'");
        require(scale >= 1 && scale <= LARGEST_SCALE, "--scale must lie in 1 to " + LARGEST_SCALE + ", not " + scale);
        require(halo == null || (halo >= 0 && halo <= LARGEST_HALO), "--halo must lie in 0 to " + LARGEST_HALO);
        require(licence == null || !licence.isBlank(), "--licence must not be empty");
        OptionalInt pixels = halo == null ? OptionalInt.empty() : OptionalInt.of(halo);
        return new NetworkDetails(
                name,
                scale,
                pixels,
                OptionalInt.empty(),
                licence == null ? NOT_STATED : licence,
                Optional.of(file.toString()));
    }

    private boolean isName() {
        return NetworkManifest.isName(precision.nameOf(name));
    }

    private void require(boolean met, String otherwise) {
        if (!met) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
