package io.genga.standalone.models;

import io.genga.standalone.data.DataDirectory;
import io.genga.upscaling.imports.Precision;
import io.genga.upscaling.published.PublishedCheckpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a checkpoint becomes a network of the data directory: with PyTorch, which genga does not have, so by hand.
 *
 * @param precision of the network
 */
public record CheckpointConversion(PublishedCheckpoint checkpoint, DataDirectory directory, Precision precision) {

    /** Set by the launcher: the folder in which it lies. */
    private static final String HOME = "genga.home";

    private static final String NEEDS_NO_QUOTES = "[\\w./=+@-]+";

    /** Where the checkpoint belongs. */
    public Path file() {
        return directory.checkpoints().resolve(checkpoint.file());
    }

    /** For a shell: what makes the ONNX file with its manifest, and what imports them. */
    public List<String> commands() {
        return List.of(line(conversion()), line(importing()));
    }

    private List<String> conversion() {
        return List.of(
                home().resolve("training/import-checkpoint").toString(),
                file().toString(),
                "--model",
                checkpoint.name(),
                "--out",
                directory.checkpoints().toString());
    }

    private List<String> importing() {
        // The manifest stands for the network, whether that is one ONNX file or several.
        Path manifest = directory.checkpoints().resolve(checkpoint.name() + ".yaml");
        List<String> words =
                new ArrayList<>(List.of(home().resolve("genga").toString(), "models", "import", manifest.toString()));
        if (precision != Precision.FP32) {
            words.addAll(List.of("--precision", precision.toString()));
        }
        if (checkpoint.forbidsCommercialUse()) {
            words.addAll(List.of("--accept-licence", checkpoint.licence()));
        }
        if (!directory.equals(DataDirectory.ofUser())) {
            words.addAll(List.of("--data-dir", directory.root().toString()));
        }
        return words;
    }

    private static Path home() {
        return Path.of(System.getProperty(HOME, "."));
    }

    private static String line(List<String> words) {
        return words.stream().map(CheckpointConversion::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches(NEEDS_NO_QUOTES) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
