package io.genga.media.ffmpeg;

import io.genga.contracts.plan.Rational;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Fractions as FFmpeg holds them. */
public final class AvRationals {

    private AvRationals() {}

    public static AVRational of(Rational rational) {
        return new AVRational().num(rational.num()).den(rational.den());
    }
}
