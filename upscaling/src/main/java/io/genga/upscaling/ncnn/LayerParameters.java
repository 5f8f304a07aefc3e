package io.genga.upscaling.ncnn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The settings of one layer: numbers by their id, lists of numbers by {@code -23300 - id}. */
final class LayerParameters {

    private static final int LIST_ID_OFFSET = -23300;
    private static final String ASSIGNMENT = "-?[0-9]{1,6}=.+";

    private final LinePosition position;
    private final Map<Integer, String> values;

    private LayerParameters(LinePosition position, Map<Integer, String> values) {
        this.position = position;
        this.values = values;
    }

    static LayerParameters parse(LinePosition position, List<String> words) {
        Map<Integer, String> values = new HashMap<>();
        for (String word : words) {
            if (!word.matches(ASSIGNMENT)) {
                throw position.refusal("holds '" + word + "' where a setting such as 0=64 must stand");
            }
            int equals = word.indexOf('=');
            int id = Integer.parseInt(word.substring(0, equals));
            values.put(id <= LIST_ID_OFFSET ? LIST_ID_OFFSET - id : id, word.substring(equals + 1));
        }
        return new LayerParameters(position, values);
    }

    /** Refuses what this reader does not know, since it may change what the layer computes. */
    void requireOnly(LayerLine layer, Set<Integer> known) {
        Set<Integer> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            int first = unknown.iterator().next();
            throw layer.refusal("has the setting " + first + "=" + values.get(first) + ", which cannot be converted");
        }
    }

    int integer(int id, int otherwise) {
        String text = values.get(id);
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw position.refusal("sets " + id + "=" + text + ", which is no whole number within 32 bits");
        }
    }

    float decimal(int id, float otherwise) {
        String text = values.get(id);
        return text == null ? otherwise : finite(id, text);
    }

    /** The list with this id; empty where it is not set. */
    float[] decimals(int id) {
        String text = values.get(id);
        if (text == null) {
            return new float[0];
        }
        String[] words = text.split(",", -1);
        float[] list = new float[words.length - 1];
        if (!words[0].equals(Integer.toString(list.length))) {
            throw position.refusal(
                    "announces " + words[0] + " numbers for setting " + id + ", but holds " + list.length);
        }
        for (int i = 0; i < list.length; i++) {
            list[i] = finite(id, words[i + 1]);
        }
        return list;
    }

    private float finite(int id, String text) {
        try {
            float value = Float.parseFloat(text);
            if (Float.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw position.refusal("sets " + id + "=" + text + ", which is no number");
        }
        throw position.refusal("sets " + id + "=" + text + ", which is out of range");
    }
}
