package io.genga.standalone.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Path;

/** Writes reports as JSON. */
public final class ReportFile {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportFile() {}

    /** Replaces what is at {@code file}. */
    public static void write(Record report, Path file) {
        try {
            MAPPER.writeValue(file.toFile(), report);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.OUTPUT_UNWRITABLE,
                    "the work is done, but its report '" + file + "' cannot be written (" + e
                            + "): name another place for it",
                    e);
        }
    }
}
