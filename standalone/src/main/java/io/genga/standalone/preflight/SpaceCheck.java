package io.genga.standalone.preflight;

import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Whether the disks have room, before hours of work end in a full one. */
final class SpaceCheck {

    private static final double MEBIBYTE = 1 << 20;

    private SpaceCheck() {}

    static void require(SpaceEstimate estimate, Path dataDirectory, Path output) {
        try {
            FileStore platform = Files.getFileStore(nearestExisting(dataDirectory));
            FileStore target = Files.getFileStore(nearestExisting(output.toAbsolutePath()));
            if (platform.equals(target)) {
                require(platform, estimate.platformBytes() + estimate.outputBytes(), dataDirectory);
            } else {
                require(platform, estimate.platformBytes(), dataDirectory);
                require(target, estimate.outputBytes(), output);
            }
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.OUTPUT_UNWRITABLE,
                    "the free space for '" + output + "' cannot be found out (" + e + "): check that its disk is there",
                    e);
        }
    }

    private static void require(FileStore store, long needed, Path where) throws IOException {
        long available = store.getUsableSpace();
        if (available < needed) {
            throw new CommandException(
                    ExitCode.OUTPUT_UNWRITABLE,
                    String.format(
                            Locale.ROOT,
                            "the disk of '%s' has %.0f MiB left, but about %.0f MiB are needed: make room, or name another disk",
                            where,
                            available / MEBIBYTE,
                            Math.ceil(needed / MEBIBYTE)));
        }
    }

    private static Path nearestExisting(Path path) {
        Path candidate = path;
        while (!Files.exists(candidate) && candidate.getParent() != null) {
            candidate = candidate.getParent();
        }
        return candidate;
    }
}
