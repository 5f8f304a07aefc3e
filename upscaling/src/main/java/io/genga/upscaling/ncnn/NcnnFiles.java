package io.genga.upscaling.ncnn;

import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A pair of files, checked for size before either is read. */
public final class NcnnFiles {

    /** Thirty times the longest text known, of realesrgan-x4plus. */
    private static final long MOST_PARAM_BYTES = 4L << 20;

    /** Twice the largest network known, realesrgan-x4plus; 16-bit weights take twice this as 32-bit ones. */
    private static final long MOST_BIN_BYTES = 64L << 20;

    private NcnnFiles() {}

    /** The {@code .bin} file that belongs to a {@code .param} file: the same name beside it. */
    public static Path binBeside(Path param) {
        String name = param.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return param.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".bin");
    }

    /**
     * Reads a pair of files.
     *
     * @throws UnusableNetworkException as {@link NcnnReader#read} does, or where a file is missing, unreadable or too large
     */
    public static NcnnNetwork read(Path param, Path bin) {
        requireSize(param, MOST_PARAM_BYTES);
        requireSize(bin, MOST_BIN_BYTES);
        try (FileChannel channel = FileChannel.open(bin)) {
            String text = new String(Files.readAllBytes(param), StandardCharsets.UTF_8);
            ByteBuffer weights = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return NcnnReader.read(text, param.toString(), weights, bin.toString());
        } catch (IOException e) {
            throw new UnusableNetworkException(param + " or " + bin + " cannot be read: check their permissions", e);
        }
    }

    private static void requireSize(Path file, long most) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableNetworkException("there is no file " + file
                    + ": a network of ncnn is a pair of .param and" + " .bin files with the same name");
        }
        try {
            long size = Files.size(file);
            if (size > most) {
                throw new UnusableNetworkException(
                        file + " has " + size + " bytes, but at most " + most + " can be converted");
            }
        } catch (IOException e) {
            throw new UnusableNetworkException(file + " cannot be read: check its permissions", e);
        }
    }
}
