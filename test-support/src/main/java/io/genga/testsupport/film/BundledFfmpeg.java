package io.genga.testsupport.film;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;

/** The ffmpeg program that comes with FFmpeg's libraries. */
final class BundledFfmpeg {

    /** The program is linked to the sound server's library, which machines without sound lack. It is never called. */
    private static final String SOUND_LIBRARY = "libpulse.so.0";

    /** Any small library satisfies the dynamic linker; this one comes with the program. */
    private static final String STAND_IN = "libva-drm.so.2";

    /** With the GPL's encoders, and without. */
    private static final List<String> BUILDS = List.of("-gpl", "");

    private BundledFfmpeg() {}

    /**
     * Runs the program to its end.
     *
     * @return what it wrote to standard output
     * @throws IllegalStateException where it failed, with what it wrote to standard error
     */
    static String run(List<String> arguments) {
        try {
            Path errors = Files.createTempFile("ffmpeg", ".log");
            try {
                return run(arguments, errors);
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ffmpeg ran", e);
        }
    }

    private static String run(List<String> arguments, Path errors) throws IOException, InterruptedException {
        Path program = program();
        List<String> command = new ArrayList<>(List.of(program.toString(), "-nostdin", "-v", "error"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("LD_LIBRARY_PATH", program.getParent() + ":" + soundLibraryFolder(program));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("ffmpeg " + String.join(" ", arguments) + " ended with " + exitCode + ": "
                    + Files.readString(errors));
        }
        return output;
    }

    /** Unpacked, but not loaded into this process: its device library needs the sound server's as well. */
    private static Path program() throws IOException {
        for (String build : BUILDS) {
            String folder = "/org/bytedeco/ffmpeg/" + Loader.getPlatform() + build + "/";
            if (BundledFfmpeg.class.getResource(folder + "ffmpeg") != null) {
                Path program = Loader.cacheResource(BundledFfmpeg.class, folder)
                        .toPath()
                        .resolve("ffmpeg");
                Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
                return program;
            }
        }
        throw new IllegalStateException(
                "there is no ffmpeg program for " + Loader.getPlatform() + " on the class path");
    }

    private static Path soundLibraryFolder(Path program) throws IOException {
        Path folder = Files.createDirectories(program.resolveSibling("sound-stand-in"));
        try {
            Files.createSymbolicLink(folder.resolve(SOUND_LIBRARY), program.resolveSibling(STAND_IN));
        } catch (FileAlreadyExistsException e) {
            return folder; // made by an earlier run, or by another one at this moment
        }
        return folder;
    }
}
