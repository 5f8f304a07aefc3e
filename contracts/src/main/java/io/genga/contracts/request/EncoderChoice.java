package io.genga.contracts.request;

import io.genga.contracts.request.NvencSettings.Format;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person says about the encoder; whatever is null takes its default.
 *
 * @param encoder one of {@link #ALL} by name; x264 by default
 * @param crf constant rate factor, of the encoders that have one; of NVENC, its constant quality
 * @param preset of the encoders that have presets
 * @param tune of x264, x265 and NVENC
 */
public record EncoderChoice(String encoder, Integer crf, String preset, String tune) {

    /** Every encoder with its defaults. */
    public static final List<EncoderSettings> ALL = List.of(
            X264Settings.DEFAULT,
            X265Settings.DEFAULT,
            SvtAv1Settings.DEFAULT,
            new ProResSettings(),
            new Ffv1Settings(),
            NvencSettings.of(Format.H264),
            NvencSettings.of(Format.HEVC),
            NvencSettings.of(Format.AV1));

    /** Of no particular pictures. */
    public EncoderChoice(String encoder, Integer crf, String preset) {
        this(encoder, crf, preset, null);
    }

    /** @throws IllegalArgumentException where the encoder does not exist or cannot be asked for that */
    public EncoderSettings settings() {
        String name = encoder == null ? X264Settings.NAME : encoder;
        return switch (name) {
            case X264Settings.NAME ->
                new X264Settings(crfOr(X264Settings.DEFAULT.crf()), presetOr(X264Settings.DEFAULT.preset()), tune);
            case X265Settings.NAME ->
                new X265Settings(crfOr(X265Settings.DEFAULT.crf()), presetOr(X265Settings.DEFAULT.preset()), tune);
            case SvtAv1Settings.NAME -> {
                requireNoTune(name);
                SvtAv1Settings defaults = SvtAv1Settings.DEFAULT;
                yield new SvtAv1Settings(
                        crfOr(defaults.crf()), preset == null ? defaults.preset() : SvtAv1Settings.presetOf(preset));
            }
            case ProResSettings.NAME -> fixed(new ProResSettings(), "has one quality");
            case Ffv1Settings.NAME -> fixed(new Ffv1Settings(), "is lossless");
            default ->
                nvenc(name)
                        .orElseThrow(() -> new IllegalArgumentException("there is no encoder '" + name + "': choose "
                                + ALL.stream().map(EncoderSettings::encoderName).collect(Collectors.joining(", "))));
        };
    }

    private Optional<EncoderSettings> nvenc(String name) {
        return Stream.of(Format.values())
                .map(NvencSettings::of)
                .filter(defaults -> defaults.encoderName().equals(name))
                .<EncoderSettings>map(defaults ->
                        new NvencSettings(defaults.format(), crfOr(defaults.cq()), presetOr(defaults.preset()), tune))
                .findFirst();
    }

    private EncoderSettings fixed(EncoderSettings settings, String why) {
        if (crf != null || preset != null) {
            throw new IllegalArgumentException(settings.encoderName() + " " + why + ": leave out crf and preset");
        }
        requireNoTune(settings.encoderName());
        return settings;
    }

    private void requireNoTune(String name) {
        if (tune != null) {
            throw new IllegalArgumentException(
                    name + " has no tunes: leave out tune '" + tune + "', or choose x264 or x265");
        }
    }

    private int crfOr(int otherwise) {
        return crf == null ? otherwise : crf;
    }

    private String presetOr(String otherwise) {
        return preset == null ? otherwise : preset;
    }
}
