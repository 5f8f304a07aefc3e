package io.genga.standalone.preflight;

import io.genga.contracts.id.PoolName;
import io.genga.contracts.profile.Profiles;
import io.genga.contracts.request.AllowedLoss;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.EncoderChoice;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.SourceSelection;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import java.util.Set;

/** What {@code genga upscale} would ask for, of a film of which nothing is written. */
final class PlainRequest {

    private PlainRequest() {}

    /**
     * @param video null where the film has one video stream
     * @throws CommandException where there is no stream of such a number
     */
    static RemasterRequest of(ModelChoice network, DrawingReuse reuse, Integer video) {
        try {
            return new RemasterRequest(
                    network.reference(),
                    Profiles.named(null)
                            .encoderOr(new EncoderChoice(null, null, null))
                            .settings(),
                    OutputContainer.MATROSKA,
                    "nothing.mkv",
                    PoolName.CPU,
                    null,
                    reuse,
                    // Nothing is written, so nothing can be lost.
                    new SourceSelection(video, Set.of(AllowedLoss.values())));
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.WRONG_USAGE, e.getMessage(), e);
        }
    }
}
