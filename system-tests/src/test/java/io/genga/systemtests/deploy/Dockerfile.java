package io.genga.systemtests.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genga.systemtests.support.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What deploy/Dockerfile says.
 *
 * @param stages by name, in the order of the file
 */
record Dockerfile(Map<String, Stage> stages) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An instruction with its arguments on one line, as {@code COPY} and {@code deploy/ready ./}. */
    record Instruction(String name, String arguments) {

        List<String> words() {
            return List.of(arguments.split("\\s+"));
        }

        /** The arguments of the exec form. */
        List<String> array() {
            try {
                return JSON.readValue(
                        arguments.substring(arguments.indexOf('[')), new TypeReference<List<String>>() {});
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @param base an image, or the name of an earlier stage */
    record Stage(String base, List<Instruction> instructions) {}

    static Dockerfile read() {
        Map<String, Stage> stages = new LinkedHashMap<>();
        List<Instruction> current = new ArrayList<>();
        for (Instruction instruction : instructions()) {
            if (instruction.name().equals("FROM")) {
                current = new ArrayList<>();
                // FROM image AS name
                stages.put(
                        instruction.words().get(2),
                        new Stage(instruction.words().get(0), current));
            } else {
                current.add(instruction);
            }
        }
        return new Dockerfile(stages);
    }

    /** The instructions of a stage after those of the stages that it builds on. */
    List<Instruction> instructions(String stage) {
        Stage here = stages.get(stage);
        List<Instruction> inherited = stages.containsKey(here.base()) ? instructions(here.base()) : List.of();
        return Stream.concat(inherited.stream(), here.instructions().stream()).toList();
    }

    List<Instruction> instructions(String stage, String name) {
        return instructions(stage).stream()
                .filter(instruction -> instruction.name().equals(name))
                .toList();
    }

    /** The last of a stage's instructions of this name: the one that counts where there may be one only. */
    Instruction last(String stage, String name) {
        List<Instruction> all = instructions(stage, name);
        if (all.isEmpty()) {
            throw new AssertionError("target " + stage + " of deploy/Dockerfile has no " + name);
        }
        return all.get(all.size() - 1);
    }

    /** The variables that a target's process finds. */
    Map<String, String> environment(String stage) {
        Map<String, String> environment = new LinkedHashMap<>();
        instructions(stage, "ENV").stream()
                .flatMap(instruction -> instruction.words().stream())
                .map(assignment -> assignment.split("=", 2))
                .forEach(assignment -> environment.put(assignment[0], assignment[1]));
        return environment;
    }

    private static List<Instruction> instructions() {
        return text().replaceAll("(?m)^#.*\\R", "")
                .replaceAll("\\\\\\R\\s*", "")
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\\s+", 2))
                .map(words -> new Instruction(words[0], words[1]))
                .toList();
    }

    private static String text() {
        try {
            return Files.readString(Repository.root().resolve("deploy/Dockerfile"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
