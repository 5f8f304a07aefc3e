package io.genga.standalone.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;

/** How a command ended that was run in this JVM. */
record GengaRun(int exitCode, String output, List<String> errors) {

    static GengaRun of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int exitCode = GengaCommand.commandLine(new PrintWriter(out), new PrintWriter(err))
                .execute(texts);
        return new GengaRun(exitCode, out.toString(), err.toString().lines().toList());
    }
}
