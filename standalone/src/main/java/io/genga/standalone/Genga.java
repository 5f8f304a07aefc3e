package io.genga.standalone;

import io.genga.standalone.command.GengaCommand;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The program behind the launcher {@code genga}. */
@QuarkusMain
public final class Genga {

    private Genga() {}

    public static void main(String[] arguments) {
        // Logging is configured with Quarkus; until then the broker would write thousands of lines.
        Logger.getLogger("").setLevel(Level.WARNING);
        int exitCode = GengaCommand.commandLine(new PrintWriter(System.out, true), new PrintWriter(System.err, true))
                .execute(arguments);
        System.exit(exitCode);
    }
}
