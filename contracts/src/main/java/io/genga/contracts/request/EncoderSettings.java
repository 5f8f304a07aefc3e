package io.genga.contracts.request;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;

/** How the remastered picture is encoded. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "codec")
@JsonSubTypes({
    @JsonSubTypes.Type(value = X264Settings.class, name = X264Settings.NAME),
    @JsonSubTypes.Type(value = X265Settings.class, name = X265Settings.NAME),
    @JsonSubTypes.Type(value = SvtAv1Settings.class, name = SvtAv1Settings.NAME),
    @JsonSubTypes.Type(value = ProResSettings.class, name = ProResSettings.NAME),
    @JsonSubTypes.Type(value = Ffv1Settings.class, name = Ffv1Settings.NAME),
    @JsonSubTypes.Type(value = NvencSettings.class, name = NvencSettings.NAME)
})
public sealed interface EncoderSettings
        permits X264Settings, X265Settings, SvtAv1Settings, ProResSettings, Ffv1Settings, NvencSettings {

    /** As people call the encoder, for example {@code x264}. */
    String encoderName();

    /** Those that can hold what this encoder writes, and that players know with it. */
    Set<OutputContainer> containers();
}
