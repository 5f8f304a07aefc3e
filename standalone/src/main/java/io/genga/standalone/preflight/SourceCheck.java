package io.genga.standalone.preflight;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.request.OutputContainer;
import io.genga.media.index.PacketIndexer;
import io.genga.media.probe.OutputCompatibility;
import io.genga.media.probe.RefusedMediaException;
import io.genga.media.probe.SourceDescription;
import io.genga.media.probe.SourceProbe;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/**
 * What the input holds, once it is known that it can be remastered.
 *
 * @param bytes size of the file
 */
record SourceCheck(SourceDescription description, int frames, long bytes) {

    static SourceCheck require(Path input, OutputContainer container) {
        String displayName = input.toString();
        try {
            SourceDescription description = SourceProbe.probe(input, displayName);
            OutputCompatibility.check(description, container, displayName);
            int frames = PacketIndexer.index(input, description, displayName)
                    .packets()
                    .size();
            return new SourceCheck(description, frames, Files.size(input));
        } catch (RefusedMediaException e) {
            throw new CommandException(ExitCode.INPUT_REFUSED, e.getMessage(), e);
        } catch (IOException e) {
            throw unreadable(input, e);
        }
    }

    /** Pixels of all frames, each side enlarged by {@code scale}. */
    long pixels(int scale) {
        return (long) frames * description.width() * scale * description.height() * scale;
    }

    static Sha256 sha256(Path input) {
        MessageDigest digest = Sha256.newDigest();
        try (InputStream content = new DigestInputStream(Files.newInputStream(input), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
            return Sha256.of(digest);
        } catch (IOException e) {
            throw unreadable(input, e);
        }
    }

    private static CommandException unreadable(Path input, IOException cause) {
        return new CommandException(
                ExitCode.INPUT_REFUSED,
                "'" + input + "' cannot be read to its end (" + cause + "): check the disk it is on",
                cause);
    }
}
