package io.genga.media.plan;

import io.genga.contracts.request.EncoderChoice;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.RemasterRequest;
import io.genga.frames.PixelLayout;
import io.genga.media.ffmpeg.PixelFormats;
import io.genga.media.probe.RefusedMediaException;
import io.genga.media.probe.SourceDescription;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pixel format of the result: of those that the encoder takes, the smallest in which the source loses nothing, unless fewer
 * bits were asked for.
 */
public final class TargetFormat {

    /** Steps between the shades of fewer bits can be seen in high dynamic range. */
    private static final int FEWEST_BITS_OF_HDR = 10;

    private static final Set<String> HDR_TRANSFERS = Set.of("smpte2084", "arib-std-b67");

    private static final Comparator<PixelLayout> SMALLEST_FIRST = Comparator.comparingInt(PixelLayout::bitDepth)
            .thenComparing(Comparator.comparingInt(PixelLayout::chromaShiftX).reversed())
            .thenComparing(Comparator.comparingInt(PixelLayout::chromaShiftY).reversed());

    private TargetFormat() {}

    /**
     * @throws RefusedMediaException where this machine lacks the encoder, or it cannot keep the source's pictures, with those that can
     */
    public static PixelLayout choose(
            SourceDescription source, RemasterRequest request, Encoders encoders, String displayName) {
        requireEncoder(request.encoder(), encoders, displayName);
        PixelLayout wanted = wanted(source, request);
        if (isHdr(source) && wanted.bitDepth() < FEWEST_BITS_OF_HDR) {
            throw new RefusedMediaException(
                    displayName,
                    "is in high dynamic range, for which " + wanted.bitDepth() + " bits are too few",
                    "ask for a bit depth of " + FEWEST_BITS_OF_HDR);
        }
        boolean exactDepth = request.bitDepth() != null;
        return smallest(encoders.pixelFormats(request.encoder()), wanted, exactDepth)
                .orElseThrow(() -> refusal(wanted, exactDepth, request.encoder(), encoders, displayName));
    }

    private static void requireEncoder(EncoderSettings settings, Encoders encoders, String displayName) {
        Optional<String> missing = encoders.missing(settings);
        if (missing.isPresent()) {
            throw new RefusedMediaException(
                    displayName,
                    "cannot be encoded by " + settings.encoderName() + " on this machine: " + missing.get(),
                    "choose the encoder x264, x265 or svtav1, or plan and work on a machine that has what is missing");
        }
    }

    private static PixelLayout wanted(SourceDescription source, RemasterRequest request) {
        PixelLayout layout = PixelFormats.layoutOf(source.pixelFormat()).orElseThrow();
        return request.bitDepth() == null ? layout : layout.withBitDepth(request.bitDepth());
    }

    private static boolean isHdr(SourceDescription source) {
        return HDR_TRANSFERS.contains(source.colour().transfer());
    }

    private static Optional<PixelLayout> smallest(List<String> formats, PixelLayout wanted, boolean exactDepth) {
        Comparator<PixelLayout> sameComponentsFirst = Comparator.comparing(layout -> layout.model() != wanted.model());
        return formats.stream()
                .flatMap(format -> PixelFormats.layoutOf(format).stream())
                .filter(layout -> layout.holds(wanted) && (!exactDepth || layout.bitDepth() == wanted.bitDepth()))
                .min(sameComponentsFirst.thenComparing(SMALLEST_FIRST));
    }

    private static RefusedMediaException refusal(
            PixelLayout wanted, boolean exactDepth, EncoderSettings refusing, Encoders encoders, String displayName) {
        String able = EncoderChoice.ALL.stream()
                .filter(settings -> smallest(encoders.pixelFormats(settings), wanted, exactDepth)
                        .isPresent())
                .map(EncoderSettings::encoderName)
                .collect(Collectors.joining(" or "));
        return new RefusedMediaException(
                displayName,
                "needs pictures of the format " + PixelFormats.nameOf(wanted) + ", which " + refusing.encoderName()
                        + " cannot encode",
                able.isEmpty() ? "choose another bit depth" : "choose the encoder " + able);
    }
}
