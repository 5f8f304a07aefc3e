package io.genga.upscaling.ncnn;

import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.util.List;

/** One layer as its line in the {@code .param} file describes it. */
record LayerLine(
        LinePosition position,
        String type,
        String name,
        List<String> inputs,
        List<String> outputs,
        LayerParameters parameters) {

    private static final int FIXED_WORDS = 4;

    static LayerLine parse(LinePosition position, String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        if (words.size() < FIXED_WORDS) {
            throw position.refusal("must hold a type, a name and two counts, but is cut off after '"
                    + words.get(words.size() - 1) + "'");
        }
        int inputs = count(position, words.get(2));
        int outputs = count(position, words.get(3));
        if (words.size() < FIXED_WORDS + inputs + outputs) {
            throw position.refusal("names fewer tensors than the " + (inputs + outputs) + " it announces");
        }
        int firstOutput = FIXED_WORDS + inputs;
        int firstParameter = firstOutput + outputs;
        return new LayerLine(
                position,
                words.get(0),
                words.get(1),
                words.subList(FIXED_WORDS, firstOutput),
                words.subList(firstOutput, firstParameter),
                LayerParameters.parse(position, words.subList(firstParameter, words.size())));
    }

    /** An exception to be thrown, which names the file, the line and the layer. */
    UnusableNetworkException refusal(String problem) {
        return position.refusal(type + " '" + name + "' " + problem);
    }

    void requireCounts(int expectedInputs, int expectedOutputs) {
        if (inputs.size() != expectedInputs || outputs.size() != expectedOutputs) {
            throw refusal("has " + inputs.size() + " inputs and " + outputs.size() + " outputs, but must have "
                    + expectedInputs + " and " + expectedOutputs);
        }
    }

    private static int count(LinePosition position, String word) {
        // Longer counts could not be met by a line anyway.
        if (!word.matches("[0-9]{1,4}")) {
            throw position.refusal("announces '" + word + "' tensors, which is no number of them");
        }
        return Integer.parseInt(word);
    }
}
