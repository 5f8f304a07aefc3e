package io.genga.contracts.request;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How the remastered picture is encoded. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "codec")
@JsonSubTypes({
    @JsonSubTypes.Type(value = X264Settings.class, name = "x264"),
    @JsonSubTypes.Type(value = Ffv1Settings.class, name = "ffv1")
})
public sealed interface EncoderSettings permits X264Settings, Ffv1Settings {}
