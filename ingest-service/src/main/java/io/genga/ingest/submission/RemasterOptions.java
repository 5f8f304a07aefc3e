package io.genga.ingest.submission;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.profile.Profile;
import io.genga.contracts.profile.Profiles;
import io.genga.contracts.request.AllowedLoss;
import io.genga.contracts.request.EncoderChoice;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.PictureSettings;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.SourceSelection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a client may say about how its video is to be remastered; whatever is null takes its default.
 *
 * @param profile {@code archive}, {@code master}, {@code web} or {@code preview}: sets what is not said otherwise
 * @param model name of the network, or of several that run one after another; {@link #DEFAULT_MODEL} by default
 * @param encoder {@code x264} (default), {@code x265}, {@code svtav1}, {@code prores}, {@code ffv1}, {@code nvenc-h264}, {@code nvenc-hevc} or
 *     {@code nvenc-av1}
 * @param crf of x264 and x265, 0 to 51, 18 by default; of svtav1, 1 to 63, 24 by default; of NVENC its cq
 * @param preset of x264 and x265, {@code medium} by default; of svtav1, 0 to 13, 6 by default; of NVENC, p1 to p7, p5 by
 *     default
 * @param bitDepth of the result, 8, 10 or 12; the video's by default
 * @param container {@code mkv}, {@code mp4}, {@code fmp4} (fragmented), {@code mov} or {@code webm}; that of the video's name
 *     by default, Matroska where it has none or that cannot hold what the encoder writes
 * @param pool class of workers; {@code cpu} by default
 * @param reuse of held drawings: {@code off}, {@code exact}, {@code faithful} (default) or {@code fast}
 * @param video which of several video streams is remastered, counted from 0
 * @param allowLoss what may be left out where the container cannot hold it: {@code video}, {@code audio}, {@code subtitles},
 *     {@code attachments}, {@code cover-art}, {@code data}; {@code subtitle-format} to convert text subtitles, {@code hdr10plus} to
 *     keep HDR10 alone; nothing by default
 * @param interlaced what is done to an interlaced or telecined video: {@code refuse} (default) or {@code deinterlace}
 * @param salvage whether a damaged video is remastered as far as it can be decoded; it is refused by default
 * @param colourMatch whether areas of the result get the colours that they have in the video; no by default
 * @param tune of x264: {@code film}, {@code animation}, {@code grain}, {@code stillimage}, {@code psnr}, {@code ssim} or
 *     {@code fastdecode}; of x265 the same without {@code film} and {@code stillimage}; none by default
 * @param warmUp frames around each chunk that a network which remembers is run on; as many as its manifest says by default
 * @param nativeHeight rows to which the video's pictures are reduced before the network; none by default
 * @param height rows of the result's pictures; as many as the network makes by default
 * @param strength percent of the network's pictures, 0 to 100, mixed with the video's, enlarged; 100 by default
 */
public record RemasterOptions(
        String profile,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> model,

        String encoder,
        Integer crf,
        String preset,
        Integer bitDepth,
        String container,
        String pool,
        String reuse,
        Integer video,
        List<String> allowLoss,
        String interlaced,
        Boolean salvage,
        Boolean colourMatch,
        String tune,
        Integer warmUp,
        Integer nativeHeight,
        Integer height,
        Integer strength) {

    public static final String DEFAULT_MODEL = "genga-cel-x2";
    public static final RemasterOptions DEFAULTS = new RemasterOptions(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null);

    /**
     * @param videoName file name of the video, from which the name of the result is made
     * @throws InvalidRequestException where an option cannot be met
     */
    public RemasterRequest toRequest(String videoName, NetworkRegistry networks) {
        try {
            Profile settled = Profiles.named(profile);
            EncoderSettings settings = settled.encoderOr(new EncoderChoice(encoder, crf, preset, tune))
                    .settings();
            String wanted = container == null ? settled.container() : container;
            OutputContainer output = outputContainer(wanted, videoName, settings);
            List<NetworkReference> chain = networks.chain(names(settled));
            return new RemasterRequest(
                    chain.get(chain.size() - 1),
                    settings,
                    output,
                    stem(videoName) + "." + output.extension(),
                    pool == null ? PoolName.CPU : new PoolName(pool),
                    settled.bitDepthOr(bitDepth),
                    settled.reuseOr(reuse),
                    selection(settled),
                    settled.reference(),
                    settled.colourMatchOr(colourMatch),
                    warmUp,
                    settled.pictureOr(new PictureSettings(nativeHeight, height, strength)),
                    chain.subList(0, chain.size() - 1));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("options", e.getMessage());
        }
    }

    private List<String> names(Profile settled) {
        if (model != null && model.stream().anyMatch(Objects::isNull)) {
            throw new InvalidRequestException("model", "a model has no name: name it, or leave it out");
        }
        List<String> names = settled.modelOr(model == null || model.isEmpty() ? null : model);
        return names == null ? List.of(DEFAULT_MODEL) : names;
    }

    private SourceSelection selection(Profile settled) {
        Stream<String> names = allowLoss == null ? Stream.empty() : allowLoss.stream();
        return new SourceSelection(
                video,
                names.map(AllowedLoss::named).collect(Collectors.toSet()),
                settled.interlacedOr(interlaced),
                salvage);
    }

    private static OutputContainer outputContainer(String wanted, String videoName, EncoderSettings settings) {
        if (wanted == null) {
            return OutputContainer.ofFileName(videoName)
                    .filter(settings.containers()::contains)
                    .orElse(OutputContainer.MATROSKA);
        }
        return OutputContainer.named(wanted)
                .orElseThrow(() -> new InvalidRequestException(
                        "container", "there is no container '" + wanted + "': choose mkv, mp4, fmp4, mov or webm"));
    }

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
