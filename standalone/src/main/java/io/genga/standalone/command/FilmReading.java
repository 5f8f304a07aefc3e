package io.genga.standalone.command;

import io.genga.media.decode.MediaCorruptException;
import io.genga.media.probe.RefusedMediaException;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.standalone.film.FilmProgress;
import io.genga.standalone.progress.ProgressDisplay;
import io.genga.standalone.progress.ProgressLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Work that reads a film without a platform, and what a user is told meanwhile, and where it fails. */
@FunctionalInterface
interface FilmReading<T> {

    T read(FilmProgress progress) throws IOException;

    /**
     * @param stage what is being done, for people
     * @param err where it is shown how far that is
     * @throws CommandException where the film is refused or damaged, or there is no room for a chunk of it
     */
    static <T> T of(Path film, String stage, PrintWriter err, FilmReading<T> work) {
        ProgressLine line = new ProgressLine();
        try (ProgressDisplay display = ProgressDisplay.on(err)) {
            return work.read((frames, total) ->
                    display.show(line.of(stage, frames, total, System.nanoTime()), System.nanoTime()));
        } catch (RefusedMediaException e) {
            throw new CommandException(ExitCode.INPUT_REFUSED, e.getMessage(), e);
        } catch (MediaCorruptException e) {
            throw new CommandException(
                    ExitCode.INPUT_REFUSED,
                    "'" + film + "' is damaged (" + e.getMessage() + "): repair it, or make another copy",
                    e);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.OUTPUT_UNWRITABLE,
                    "a chunk of '" + film + "' cannot be put into the folder for temporary files (" + e
                            + "): make room there",
                    e);
        }
    }
}
