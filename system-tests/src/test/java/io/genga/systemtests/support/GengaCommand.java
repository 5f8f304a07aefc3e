package io.genga.systemtests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The launcher {@code ./genga}, run as a user runs it: a process of its own. */
public final class GengaCommand {

    /** Far above what any run takes on a slow machine; only a hang gets here. */
    private static final Duration HANG = Duration.ofMinutes(5);

    private final Path folder;
    private final Process process;

    private GengaCommand(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** How a command ended. */
    public record Result(int exitCode, String output, String errors) {}

    /**
     * @param folder the command's working directory, where its output is kept, too
     */
    public static GengaCommand start(Path folder, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Repository.root().resolve("genga").toString());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        try {
            Path logs = Files.createTempDirectory(folder, "run");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(logs.resolve("out").toFile())
                    .redirectError(logs.resolve("err").toFile())
                    .start();
            return new GengaCommand(logs, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Result run(Path folder, Object... arguments) {
        return start(folder, arguments).await();
    }

    public Result await() {
        try {
            if (!process.waitFor(HANG.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("genga hung; it said: " + output() + errors());
            }
            return new Result(process.exitValue(), output(), errors());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills the process as a power cut would: nothing in it gets to run any more. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks the process to end, as Ctrl-C does. */
    public void interrupt() {
        process.destroy();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String output() {
        return read("out");
    }

    public String errors() {
        return read("err");
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
