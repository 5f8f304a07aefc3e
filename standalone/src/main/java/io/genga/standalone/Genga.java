package io.genga.standalone;

import io.genga.standalone.command.GengaCommand;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The program behind the launcher {@code genga}. */
@QuarkusMain
public final class Genga {

    private Genga() {}

    public static void main(String[] arguments) {
        // Logging is configured with Quarkus; until then the broker would write thousands of lines.
        Logger.getLogger("").setLevel(Level.WARNING);
        // Pictures are drawn, but never shown: a screen that cannot be reached must not hinder that.
        System.setProperty("java.awt.headless", "true");
        int exitCode =
                GengaCommand.commandLine(writer(System.out), writer(System.err)).execute(arguments);
        System.exit(exitCode);
    }

    private static PrintWriter writer(PrintStream terminal) {
        return new PrintWriter(terminal, true, Charset.defaultCharset());
    }
}
