package io.genga.media.ffmpeg;

import io.genga.contracts.plan.Chromaticity;
import io.genga.contracts.plan.MasteringDisplay;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVMasteringDisplayMetadata;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** {@link MasteringDisplay} as FFmpeg keeps it: in fractions. */
final class MasteringDisplays {

    private static final int RED = 0;
    private static final int GREEN = 1;
    private static final int BLUE = 2;
    private static final int X = 0;
    private static final int Y = 1;

    private static final int CHROMATICITY_STEPS = 50_000;
    private static final int LUMINANCE_STEPS = 10_000;

    private MasteringDisplays() {}

    /** @return empty where only a part is known */
    static Optional<MasteringDisplay> of(AVMasteringDisplayMetadata display) {
        if (display.has_primaries() == 0 || display.has_luminance() == 0) {
            return Optional.empty();
        }
        return Optional.of(new MasteringDisplay(
                primary(display, RED),
                primary(display, GREEN),
                primary(display, BLUE),
                new Chromaticity(chromaticity(display.white_point(X)), chromaticity(display.white_point(Y))),
                inSteps(display.max_luminance(), LUMINANCE_STEPS),
                inSteps(display.min_luminance(), LUMINANCE_STEPS)));
    }

    static void write(MasteringDisplay from, AVMasteringDisplayMetadata to) {
        writePrimary(to, RED, from.red());
        writePrimary(to, GREEN, from.green());
        writePrimary(to, BLUE, from.blue());
        write(to.white_point(X), from.whitePoint().x(), CHROMATICITY_STEPS);
        write(to.white_point(Y), from.whitePoint().y(), CHROMATICITY_STEPS);
        write(to.max_luminance(), from.maxLuminance(), LUMINANCE_STEPS);
        write(to.min_luminance(), from.minLuminance(), LUMINANCE_STEPS);
        to.has_primaries(1).has_luminance(1);
    }

    private static Chromaticity primary(AVMasteringDisplayMetadata display, int colour) {
        return new Chromaticity(
                chromaticity(display.display_primaries(colour, X)), chromaticity(display.display_primaries(colour, Y)));
    }

    private static int chromaticity(AVRational value) {
        return (int) inSteps(value, CHROMATICITY_STEPS);
    }

    private static long inSteps(AVRational value, int steps) {
        return value.den() == 0 ? 0 : Math.round((double) value.num() * steps / value.den());
    }

    private static void writePrimary(AVMasteringDisplayMetadata display, int colour, Chromaticity value) {
        write(display.display_primaries(colour, X), value.x(), CHROMATICITY_STEPS);
        write(display.display_primaries(colour, Y), value.y(), CHROMATICITY_STEPS);
    }

    private static void write(AVRational target, long value, int steps) {
        target.num(Math.toIntExact(value)).den(steps);
    }
}
