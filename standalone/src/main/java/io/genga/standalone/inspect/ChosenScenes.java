package io.genga.standalone.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The scenes of a film that are worth a look, however many it has. Not thread-safe. */
final class ChosenScenes {

    private static final int OF_EACH_KIND = 3;
    private static final Comparator<Scene> COSTLIEST =
            Comparator.comparingDouble(Scene::inferredFrames).reversed();
    private static final Comparator<Scene> BEST_HELD =
            Comparator.comparingDouble(Scene::savedFrames).reversed();

    private final List<Scene> costliest = new ArrayList<>();
    private final List<Scene> bestHeld = new ArrayList<>();

    void add(Scene scene) {
        add(scene, costliest, COSTLIEST);
        add(scene, bestHeld, BEST_HELD);
    }

    /** Those that cost most and those that save most, in the order of the film. */
    List<Scene> inOrder() {
        return Stream.concat(costliest.stream(), bestHeld.stream())
                .distinct()
                .sorted(Comparator.comparingLong(Scene::firstFrame))
                .toList();
    }

    private static void add(Scene scene, List<Scene> chosen, Comparator<Scene> order) {
        chosen.add(scene);
        chosen.sort(order);
        if (chosen.size() > OF_EACH_KIND) {
            chosen.remove(OF_EACH_KIND);
        }
    }
}
