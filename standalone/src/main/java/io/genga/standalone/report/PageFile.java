package io.genga.standalone.report;

import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes pages for people. */
public final class PageFile {

    private PageFile() {}

    /** Replaces what is at {@code file}. */
    public static void write(String html, Path file) {
        try {
            Files.writeString(file, html);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.OUTPUT_UNWRITABLE,
                    "the work is done, but its page '" + file + "' cannot be written (" + e
                            + "): name another place for it",
                    e);
        }
    }
}
