package io.genga.standalone.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second process off the data directory. The operating system frees it however the process ends; the file stays, with
 * the name of its last holder.
 */
public final class DataDirectoryLock implements AutoCloseable {

    private final FileChannel file;

    private DataDirectoryLock(FileChannel file) {
        this.file = file;
    }

    /**
     * Makes the directory where it is absent.
     *
     * @param command of this process, told to whoever comes second
     * @throws CommandException where another process holds the lock, or the directory cannot be used
     */
    public static DataDirectoryLock acquire(DataDirectory directory, String command) {
        FileChannel file = open(directory);
        try {
            if (!tryLock(file)) {
                throw inUse(directory);
            }
            write(file, "process " + ProcessHandle.current().pid() + " ('" + command + "')");
            return new DataDirectoryLock(file);
        } catch (IOException | RuntimeException e) {
            closeAfter(file, e);
            throw e instanceof RuntimeException runtime ? runtime : unusable(directory, e);
        }
    }

    private static FileChannel open(DataDirectory directory) {
        try {
            Files.createDirectories(directory.root());
            return FileChannel.open(
                    directory.lockFile(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    private static boolean tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static void write(FileChannel file, String holder) throws IOException {
        file.truncate(0);
        file.write(ByteBuffer.wrap(holder.getBytes(UTF_8)), 0);
    }

    private static CommandException inUse(DataDirectory directory) {
        return new CommandException(
                ExitCode.IN_USE,
                "the data directory " + directory.root() + " is in use by " + holder(directory.lockFile())
                        + ": wait for it, stop it, or name another one with --data-dir");
    }

    private static String holder(Path lockFile) {
        try {
            String holder = Files.readString(lockFile).strip();
            return holder.isEmpty() ? "another process" : holder;
        } catch (IOException nameless) {
            return "another process";
        }
    }

    private static CommandException unusable(DataDirectory directory, Exception cause) {
        return new CommandException(
                ExitCode.IN_USE,
                "the data directory " + directory.root() + " cannot be used (" + cause
                        + "): make it a writable folder, or name another one with --data-dir",
                cause);
    }

    private static void closeAfter(FileChannel file, Exception failure) {
        try {
            file.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
