package io.genga.standalone.preflight;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.RemasterRequest;
import io.genga.extractor.ExtractorConfiguration;
import io.genga.frames.PixelLayout;
import io.genga.media.encode.EncoderProbe;
import io.genga.media.encode.IncapableEncoderException;
import io.genga.media.plan.Encoders;
import io.genga.media.plan.IndexedFilm;
import io.genga.media.plan.TargetFormat;
import io.genga.media.plan.TargetPicture;
import io.genga.media.plan.TargetSize;
import io.genga.media.probe.OutputCompatibility;
import io.genga.media.probe.RefusedMediaException;
import io.genga.media.probe.SourceDescription;
import io.genga.media.probe.SourceProbe;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.upscaling.catalogue.NetworkChain;
import io.genga.upscaling.tile.NetworkPlanner;
import io.genga.upscaling.tile.TileShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;

/**
 * What the input holds, once it is known that it can be remastered.
 *
 * @param target how the pictures of the result will be laid out
 * @param targetSize how large they will be
 * @param decodedOnce whether its chunks come out of a lossless intermediate film
 * @param bytes size of the file
 */
record SourceCheck(
        SourceDescription description,
        PixelLayout target,
        PictureSize targetSize,
        int frames,
        boolean decodedOnce,
        long bytes) {

    /** About what the platform will make; whether a film must be decoded once hardly depends on it. */
    private static final Duration ABOUT_A_CHUNK = Duration.parse(ExtractorConfiguration.DEFAULT_CHUNK_DURATION);

    private static final int ANY_NUMBER_OF_THREADS = 1;

    static SourceCheck require(Path input, RemasterRequest request, NetworkChain networks) {
        String displayName = input.toString();
        try {
            SourceDescription description = SourceProbe.probe(input, displayName, request.sourceSelection());
            OutputCompatibility.losses(description, request, displayName);
            PictureSize targetSize = targetSize(description.size(), request, networks, displayName);
            Encoders encoders = EncoderProbe.withThreads(ANY_NUMBER_OF_THREADS);
            PixelLayout target = TargetFormat.choose(description, request, encoders, displayName);
            encoders.pin(request.encoder(), TargetPicture.of(description, request, targetSize, target));
            IndexedFilm film =
                    IndexedFilm.of(input, description, request.sourceSelection(), ABOUT_A_CHUNK, displayName);
            int frames = film.index().packets().size();
            return new SourceCheck(
                    description, target, targetSize, frames, film.intermediate().isPresent(), Files.size(input));
        } catch (RefusedMediaException | IncapableEncoderException e) {
            throw new CommandException(ExitCode.INPUT_REFUSED, e.getMessage(), e);
        } catch (IOException e) {
            throw unreadable(input, e);
        }
    }

    private static PictureSize targetSize(
            PictureSize source, RemasterRequest request, NetworkChain networks, String displayName) {
        PlannedNetwork planned = NetworkPlanner.plan(networks, request, source, TileShape.DEFAULT_MAX_TILE_PIXELS);
        return TargetSize.of(source, planned, request.pictureSettings(), displayName);
    }

    SpaceEstimate space(EncoderSettings encoder) {
        long pixels = frames * description.size().pixels();
        SpaceEstimate estimate = SpaceEstimate.of(bytes, frames * targetSize.pixels(), target, encoder);
        return decodedOnce ? estimate.withIntermediate(pixels, description.layout()) : estimate;
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
