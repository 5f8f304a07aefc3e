package io.genga.upscaling.ncnn;

import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The lines of a {@code .param} file: a magic number, two counts, and one line per layer. */
final class ParamText {

    private static final String MAGIC = "7767517";
    private static final int FIRST_LAYER_LINE = 2;

    private ParamText() {}

    /** @throws UnusableNetworkException where the text is none, or is not complete */
    static List<LayerLine> read(String text, String file) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).strip().equals(MAGIC)) {
            throw new UnusableNetworkException(
                    file + ": line 1 is not " + MAGIC + ", so this is no .param file of ncnn in its text form");
        }
        int[] counts = counts(lines, file);
        List<LayerLine> layers = layers(lines, file);
        requireCount(file, "layers", counts[0], layers.size());
        requireCount(file, "tensors", counts[1], distinctOutputs(layers));
        return layers;
    }

    private static int[] counts(List<String> lines, String file) {
        String line = lines.size() > 1 ? lines.get(1).strip() : "";
        if (!line.matches("[0-9]{1,9}\\s+[0-9]{1,9}")) {
            throw new LinePosition(file, 2)
                    .refusal("must hold the numbers of layers and tensors, but is '" + line + "'");
        }
        List<String> words = List.of(line.split("\\s+", 2));
        return new int[] {Integer.parseInt(words.get(0)), Integer.parseInt(words.get(1))};
    }

    private static List<LayerLine> layers(List<String> lines, String file) {
        List<LayerLine> layers = new ArrayList<>();
        for (int i = FIRST_LAYER_LINE; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                layers.add(LayerLine.parse(new LinePosition(file, i + 1), lines.get(i)));
            }
        }
        return layers;
    }

    private static int distinctOutputs(List<LayerLine> layers) {
        Set<String> names = new HashSet<>();
        layers.forEach(layer -> names.addAll(layer.outputs()));
        return names.size();
    }

    private static void requireCount(String file, String what, int announced, int found) {
        if (announced != found) {
            throw new UnusableNetworkException(file + " announces " + announced + " " + what + ", but holds " + found
                    + ": it is damaged, fetch it again");
        }
    }
}
