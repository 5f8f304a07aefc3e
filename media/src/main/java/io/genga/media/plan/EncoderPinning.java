package io.genga.media.plan;

import io.genga.contracts.plan.PlannedEncoder;
import io.genga.contracts.request.EncoderSettings;

/** Finds out, by opening it, what an encoder will write into its global header. */
@FunctionalInterface
public interface EncoderPinning {

    PlannedEncoder pin(EncoderSettings settings, TargetPicture picture);
}
