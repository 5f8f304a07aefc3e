package io.genga.contracts.request;

import java.util.Set;

/** Apple ProRes of 10 bits, for editing: 422 HQ, or 4444 where the source's chroma is as dense as its luma. */
public record ProResSettings() implements EncoderSettings {

    public static final String NAME = "prores";

    @Override
    public String encoderName() {
        return NAME;
    }

    @Override
    public Set<OutputContainer> containers() {
        return Set.of(OutputContainer.MATROSKA, OutputContainer.MOV);
    }
}
