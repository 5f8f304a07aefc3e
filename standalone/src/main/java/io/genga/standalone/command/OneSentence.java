package io.genga.standalone.command;

import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells in one sentence why a command ended early. */
final class OneSentence implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof CommandException refusal) {
            command.getErr().println("genga: " + refusal.getMessage());
            return refusal.exitCode().code();
        }
        command.getErr().println("genga: this should not have happened: " + failure);
        return ExitCode.JOB_FAILED.code();
    }
}
