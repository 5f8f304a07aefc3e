package io.genga.ingest.submission;

import io.genga.contracts.id.PoolName;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.X264Settings;
import java.util.Optional;

/**
 * What a client may say about how its video is to be remastered; whatever is null takes its default.
 *
 * @param model name of the network; {@link #DEFAULT_MODEL} by default
 * @param encoder {@code x264} (default) or {@code ffv1}
 * @param crf of x264, 0 to 51; 18 by default
 * @param preset of x264; {@code medium} by default
 * @param container {@code mkv} or {@code mp4}; that of the video's name by default, Matroska where it has none
 * @param pool class of workers; {@code cpu} by default
 * @param reuse of held drawings: {@code off}, {@code exact}, {@code faithful} (default) or {@code fast}
 */
public record RemasterOptions(
        String model, String encoder, Integer crf, String preset, String container, String pool, String reuse) {

    public static final String DEFAULT_MODEL = "genga-cel-x2";
    public static final RemasterOptions DEFAULTS = new RemasterOptions(null, null, null, null, null, null, null);

    /**
     * @param videoName file name of the video, from which the name of the result is made
     * @throws InvalidRequestException where an option cannot be met
     */
    public RemasterRequest toRequest(String videoName, NetworkRegistry networks) {
        OutputContainer output = outputContainer(videoName);
        try {
            return new RemasterRequest(
                    networks.named(model == null ? DEFAULT_MODEL : model),
                    encoderSettings(),
                    output,
                    stem(videoName) + "." + output.extension(),
                    pool == null ? PoolName.CPU : new PoolName(pool),
                    reuse == null ? DrawingReuse.DEFAULT : DrawingReuse.named(reuse));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("options", e.getMessage());
        }
    }

    private EncoderSettings encoderSettings() {
        String name = encoder == null ? "x264" : encoder;
        return switch (name) {
            case "x264" ->
                new X264Settings(
                        crf == null ? X264Settings.DEFAULT.crf() : crf,
                        preset == null ? X264Settings.DEFAULT.preset() : preset);
            case "ffv1" -> ffv1();
            default ->
                throw new InvalidRequestException("encoder", "there is no encoder '" + name + "': choose x264 or ffv1");
        };
    }

    private EncoderSettings ffv1() {
        if (crf != null || preset != null) {
            throw new InvalidRequestException("encoder", "ffv1 is lossless: leave out crf and preset");
        }
        return new Ffv1Settings();
    }

    private OutputContainer outputContainer(String videoName) {
        if (container == null) {
            boolean lossless = "ffv1".equals(encoder);
            return lossless
                    ? OutputContainer.MATROSKA
                    : OutputContainer.ofFileName(videoName).orElse(OutputContainer.MATROSKA);
        }
        return Optional.of("x." + container)
                .flatMap(OutputContainer::ofFileName)
                .orElseThrow(() -> new InvalidRequestException(
                        "container", "there is no container '" + container + "': choose mkv or mp4"));
    }

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
