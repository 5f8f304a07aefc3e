package io.genga.standalone.command;

import io.genga.media.decode.MediaCorruptException;
import io.genga.media.probe.RefusedMediaException;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Path;

/** Work that reads a film without a platform, and what a user is told where that fails. */
@FunctionalInterface
interface FilmReading<T> {

    T read() throws IOException;

    /** @throws CommandException where the film is refused or damaged, or there is no room for a chunk of it */
    static <T> T of(Path film, FilmReading<T> work) {
        try {
            return work.read();
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
