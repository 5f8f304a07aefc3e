package io.genga.standalone.demo;

import io.genga.samplefilm.recording.FilmWriter;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.standalone.inspect.FilmInspection;
import io.genga.standalone.inspect.InspectedFilm;
import io.genga.standalone.inspect.InspectionOrder;
import io.genga.standalone.inspect.page.InspectionPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the demo's files lie. */
public record DemoFolder(Path root) {

    /** As it was drawn and degraded. */
    public Path film() {
        return root.resolve("sample-film.mkv");
    }

    public Path remastered() {
        return root.resolve("remastered.mkv");
    }

    public Path picture() {
        return root.resolve("before-after.png");
    }

    /** Which of its drawings are held. */
    public Path inspection() {
        return root.resolve("inspection.html");
    }

    /** How the result compares with the film; written beside the report, with which it shares its name. */
    public Path verification() {
        return root.resolve("report.verification.html");
    }

    public Path report() {
        return root.resolve("report.json");
    }

    /**
     * Changes nothing.
     *
     * @throws CommandException where the folder cannot be written to, or cannot be made
     */
    public void requireUsable() {
        Path existing = root.toAbsolutePath().normalize();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            throw unwritable("'" + existing + "' is a file: name a folder for the demo", null);
        }
        if (!Files.isWritable(existing)) {
            throw unwritable(
                    "the folder '" + existing
                            + "' is not writable: name another one for the demo: genga demo DIRECTORY",
                    null);
        }
    }

    /** Makes the folder where it is absent, and draws the sample film into it. The film is the same every time. */
    public void drawFilm() {
        try {
            Files.createDirectories(root);
            FilmWriter.write(film());
        } catch (IOException e) {
            throw unwritable(
                    "the sample film '" + film() + "' cannot be written (" + e
                            + "): make room, or name another folder: genga demo DIRECTORY",
                    e);
        }
    }

    /** @throws CommandException where the films cannot be read or the picture cannot be written */
    public void drawPicture() {
        try {
            BeforeAndAfter.write(film(), remastered(), picture());
        } catch (IOException e) {
            throw unwritable(
                    "the film is remastered, but '" + picture() + "' cannot be written (" + e
                            + "): make room, then give the same command again",
                    e);
        }
    }

    /** @throws CommandException where the page cannot be written */
    public void drawInspection(InspectionOrder order) {
        try {
            InspectedFilm found = FilmInspection.inspect(order, (frames, total) -> {});
            InspectionPage.write(found, film().getFileName().toString(), inspection());
        } catch (IOException e) {
            throw unwritable(
                    "the film is remastered, but '" + inspection() + "' cannot be written (" + e
                            + "): make room, then give the same command again",
                    e);
        }
    }

    private static CommandException unwritable(String message, IOException cause) {
        return new CommandException(ExitCode.OUTPUT_UNWRITABLE, message, cause);
    }
}
