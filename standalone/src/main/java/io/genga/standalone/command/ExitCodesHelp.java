package io.genga.standalone.command;

import io.genga.standalone.exit.ExitCode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** The list of exit codes at the end of each command's help. */
final class ExitCodesHelp {

    private ExitCodesHelp() {}

    static void addTo(CommandLine command) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            meanings.put(Integer.toString(code.code()), code.meaning());
        }
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(meanings);
    }
}
