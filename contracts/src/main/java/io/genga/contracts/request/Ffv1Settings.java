package io.genga.contracts.request;

import java.util.Set;

/** FFV1 version 3 (RFC 9043): lossless, every frame on its own. */
public record Ffv1Settings() implements EncoderSettings {

    public static final String NAME = "ffv1";

    @Override
    public String encoderName() {
        return NAME;
    }

    @Override
    public Set<OutputContainer> containers() {
        return Set.of(OutputContainer.MATROSKA);
    }
}
