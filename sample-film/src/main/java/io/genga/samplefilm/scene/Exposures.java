package io.genga.samplefilm.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * One column of an exposure sheet: which drawing is under the camera in which frame of a scene.
 *
 * @param drawings the drawing of each frame
 */
record Exposures(List<Integer> drawings) {

    Exposures {
        drawings = List.copyOf(drawings);
    }

    /**
     * Reads {@code "0x2 1x3"}: drawing 0 over two frames, then drawing 1 over three, then again from the beginning.
     *
     * @param frames of the scene
     */
    static Exposures of(int frames, String sheet) {
        List<Integer> cycle = new ArrayList<>();
        for (String exposure : sheet.split(" ")) {
            String[] parts = exposure.split("x");
            for (int i = 0; i < Integer.parseInt(parts[1]); i++) {
                cycle.add(Integer.parseInt(parts[0]));
            }
        }
        List<Integer> drawings = new ArrayList<>();
        for (int frame = 0; frame < frames; frame++) {
            drawings.add(cycle.get(frame % cycle.size()));
        }
        return new Exposures(drawings);
    }

    int drawing(int frame) {
        return drawings.get(frame);
    }
}
