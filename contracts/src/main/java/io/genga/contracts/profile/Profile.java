package io.genga.contracts.profile;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.genga.contracts.id.Sha256;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.EncoderChoice;
import io.genga.contracts.request.InterlacedHandling;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.PictureSettings;
import io.genga.contracts.request.ProfileReference;
import java.util.List;
import java.util.Objects;

/**
 * Settings by a name. What a person says besides goes before it.
 *
 * @param name lower-case letters, digits and '-'
 * @param version raised whenever a setting changes
 * @param description one line for people
 * @param encoder by its name
 * @param crf null for the encoder's default
 * @param preset null for the encoder's default
 * @param bitDepth of the result; null for the video's
 * @param container by its short name; null for the video's own
 * @param reuse of held drawings, by its name; null for the default
 * @param interlaced what is done to interlaced videos, by its name; null for the default
 * @param colourMatch whether areas of the result get the colours that they have in the source; null for no
 * @param tune null for none
 * @param nativeHeight rows to which pictures are reduced before the network; null for none
 * @param height rows of the result's pictures; null for what the network makes
 * @param strength percent of the network's result; null for all of it
 * @param model networks that run one after another, by name, or one; null for the default
 */
public record Profile(
        String name,
        int version,
        String description,
        String encoder,
        Integer crf,
        String preset,
        Integer bitDepth,
        String container,
        String reuse,
        String interlaced,
        Boolean colourMatch,
        String tune,
        Integer nativeHeight,
        Integer height,
        Integer strength,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> model) {

    /** What is done where no profile is named: every setting takes its own default. */
    public static final Profile DEFAULT = new Profile(
            "default",
            1,
            "H.264 in the video's own container",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    /** @throws IllegalArgumentException where a setting does not exist or does not fit the others */
    public Profile {
        if (name == null || !name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("its name '" + name + "' must be of lower-case letters, digits and '-'");
        }
        if (version < 1) {
            throw new IllegalArgumentException("its version " + version + " must be 1 or more");
        }
        Objects.requireNonNull(description, "description");
        model = model == null || model.isEmpty() ? null : List.copyOf(model);
        new EncoderChoice(encoder, crf, preset, tune).settings();
        if (container != null && OutputContainer.named(container).isEmpty()) {
            throw new IllegalArgumentException("there is no container '" + container + "'");
        }
        new PictureSettings(nativeHeight, height, strength);
        if (reuse != null) {
            DrawingReuse.named(reuse);
        }
        if (interlaced != null) {
            InterlacedHandling.named(interlaced);
        }
    }

    /** Of a profile that is built in; null for {@link #DEFAULT}. */
    public ProfileReference reference() {
        return equals(DEFAULT) ? null : new ProfileReference(name, version, null);
    }

    /** @param file that it was read from */
    public ProfileReference reference(Sha256 file) {
        return new ProfileReference(name, version, file);
    }

    /** The profile's encoder where {@code wanted} is null; its quality, preset and tune go with its own encoder alone. */
    public EncoderChoice encoderOr(EncoderChoice wanted) {
        boolean own = wanted.encoder() == null || wanted.encoder().equals(encoder);
        return new EncoderChoice(
                wanted.encoder() == null ? encoder : wanted.encoder(),
                wanted.crf() == null && own ? crf : wanted.crf(),
                wanted.preset() == null && own ? preset : wanted.preset(),
                wanted.tune() == null && own ? tune : wanted.tune());
    }

    /** @param wanted null for the profile's */
    public Integer bitDepthOr(Integer wanted) {
        return wanted == null ? bitDepth : wanted;
    }

    /** @param wanted null for the profile's */
    public Boolean colourMatchOr(Boolean wanted) {
        return wanted == null ? colourMatch : wanted;
    }

    /**
     * @param wanted null for the profile's
     * @return null where neither says anything
     */
    public List<String> modelOr(List<String> wanted) {
        return wanted == null ? model : wanted;
    }

    /** Those that are wanted, and the profile's where nothing is. */
    public PictureSettings pictureOr(PictureSettings wanted) {
        return wanted.or(new PictureSettings(nativeHeight, height, strength));
    }

    /** @param wanted null for the profile's */
    public DrawingReuse reuseOr(String wanted) {
        String chosen = wanted == null ? reuse : wanted;
        return chosen == null ? DrawingReuse.DEFAULT : DrawingReuse.named(chosen);
    }

    /** @param wanted null for the profile's */
    public InterlacedHandling interlacedOr(String wanted) {
        String chosen = wanted == null ? interlaced : wanted;
        return chosen == null ? InterlacedHandling.DEFAULT : InterlacedHandling.named(chosen);
    }
}
