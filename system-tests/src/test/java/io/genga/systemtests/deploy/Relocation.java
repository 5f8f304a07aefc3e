package io.genga.systemtests.deploy;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes what is written for containers to this machine: names of hosts, ports and paths are replaced, all else stays.
 *
 * @param places what stands in the files, and what stands here in its stead; no key is part of another
 */
record Relocation(Map<String, String> places) {

    Map<String, String> of(Map<String, String> environment) {
        return environment.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, variable -> of(variable.getValue())));
    }

    String of(String text) {
        String relocated = text;
        for (Map.Entry<String, String> place : places.entrySet()) {
            relocated = relocated.replace(place.getKey(), place.getValue());
        }
        return relocated;
    }
}
