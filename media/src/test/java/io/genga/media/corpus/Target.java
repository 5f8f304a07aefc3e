package io.genga.media.corpus;

import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.ProResSettings;
import io.genga.contracts.request.SvtAv1Settings;
import io.genga.contracts.request.X264Settings;
import io.genga.contracts.request.X265Settings;

/** What becomes of the film: an encoder, and a container. */
enum Target {
    FFV1(new Ffv1Settings(), OutputContainer.MATROSKA, ".*"),
    X264_MP4(new X264Settings(23, "veryfast"), OutputContainer.MP4, Pictures.X264),
    X265_MATROSKA(new X265Settings(24, "ultrafast"), OutputContainer.MATROSKA, ".*"),
    AV1_WEBM(new SvtAv1Settings(20, 8), OutputContainer.WEBM, Pictures.AV1),
    PRORES_MOV(new ProResSettings(), OutputContainer.MOV, Pictures.PRORES),
    X264_FRAGMENTS(new X264Settings(23, "veryfast"), OutputContainer.FRAGMENTED_MP4, Pictures.X264),
    X265_MOV(new X265Settings(24, "ultrafast"), OutputContainer.MOV, ".*"),
    X264_MATROSKA(new X264Settings(23, "veryfast"), OutputContainer.MATROSKA, Pictures.X264),
    AV1_MP4(new SvtAv1Settings(20, 8), OutputContainer.MP4, Pictures.AV1),
    X265_MP4(new X265Settings(24, "ultrafast"), OutputContainer.MP4, ".*"),
    X264_MOV(new X264Settings(23, "veryfast"), OutputContainer.MOV, Pictures.X264),
    X265_FRAGMENTS(new X265Settings(24, "ultrafast"), OutputContainer.FRAGMENTED_MP4, ".*"),
    AV1_MATROSKA(new SvtAv1Settings(20, 8), OutputContainer.MATROSKA, Pictures.AV1),
    PRORES_MATROSKA(new ProResSettings(), OutputContainer.MATROSKA, Pictures.PRORES);

    /** Patterns of the names of pixel formats. */
    private static final class Pictures {
        static final String X264 = "(yuv|gray).*(?<!12le)";
        static final String AV1 = "yuvj?420p(10le)?";
        static final String PRORES = "yuv.*(?<!12le)";
    }

    private final EncoderSettings encoder;
    private final OutputContainer container;
    private final String pictures;

    Target(EncoderSettings encoder, OutputContainer container, String pictures) {
        this.encoder = encoder;
        this.container = container;
        this.pictures = pictures;
    }

    EncoderSettings encoder() {
        return encoder;
    }

    OutputContainer container() {
        return container;
    }

    boolean isPossible(Coding coding, String pixelFormat, Beside beside) {
        return coding.decoded(pixelFormat).matches(pictures) && beside.isPossible(container);
    }

    boolean isLossless() {
        return encoder instanceof Ffv1Settings;
    }

    @Override
    public String toString() {
        return encoder.encoderName() + " in " + container.shortName();
    }
}
