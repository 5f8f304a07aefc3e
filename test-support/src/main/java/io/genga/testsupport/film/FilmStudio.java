package io.genga.testsupport.film;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.genga.contracts.id.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes films, each once: {@code target/films} of the module under test keeps them until {@code mvn clean}. */
final class FilmStudio {

    private static final Path FOLDER = Path.of("target", "films").toAbsolutePath();
    private static final int LETTERS_OF_NAME = 16;

    private FilmStudio() {}

    static Path make(FilmRecipe recipe) {
        String name =
                Sha256.of(recipe.toString().getBytes(StandardCharsets.UTF_8)).value();
        Path film = FOLDER.resolve(name.substring(0, LETTERS_OF_NAME) + "." + recipe.extension());
        if (Files.exists(film)) {
            return film;
        }
        try {
            Path workFolder = Files.createTempDirectory(Files.createDirectories(FOLDER), "making");
            Path unfinished = workFolder.resolve("film." + recipe.extension());
            BundledFfmpeg.run(recipe.arguments(workFolder, inputs(recipe, workFolder), unfinished));
            return Files.move(unfinished, film, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("making " + film, e);
        }
    }

    private static List<List<String>> inputs(FilmRecipe recipe, Path workFolder) throws IOException {
        List<List<String>> inputs = new ArrayList<>();
        for (Companion companion : recipe.companions()) {
            inputs.add(companion.input(workFolder, recipe.seconds()));
        }
        return inputs;
    }
}
