package io.genga.standalone.command;

import io.genga.standalone.exit.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Answers arguments that cannot be understood. */
final class WrongUsage implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String problem = failure.getMessage().lines().findFirst().orElse("this cannot be understood");
        command.getErr()
                .println("genga: " + problem + " (see '"
                        + command.getCommandSpec().qualifiedName() + " --help')");
        return ExitCode.WRONG_USAGE.code();
    }
}
