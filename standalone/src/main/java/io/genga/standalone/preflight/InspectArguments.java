package io.genga.standalone.preflight;

import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.RemasterRequest;
import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.standalone.inspect.InspectionOrder;
import java.nio.file.Path;

/** What {@code genga inspect} needs to be there before anything is read, and what comes of it. */
public final class InspectArguments {

    private InspectArguments() {}

    /**
     * An order for what {@code genga upscale} would do with the film and no options but these.
     *
     * @param report null where none is wanted
     * @param video null where the film has one video stream
     * @throws CommandException with the first thing that is wrong
     */
    public static InspectionOrder check(
            Path film, String model, String reuse, Integer video, DataDirectory directory, Path page, Path report) {
        DrawingReuse chosen = reuse(reuse);
        InputCheck.require(film);
        OutputCheck.requireOther(film, page);
        OutputCheck.requireFolder("page", page);
        if (report != null) {
            OutputCheck.requireOther(film, report);
            OutputCheck.requireFolder("report", report);
        }
        ModelChoice network = ModelChoice.of(model, directory.networks());
        network.requireSingleFrames("so every frame is computed, and there is nothing to inspect");
        RemasterRequest request = PlainRequest.of(network, chosen, video);
        return new InspectionOrder(film, SourceCheck.sha256(film), network.manifest(), request);
    }

    private static DrawingReuse reuse(String name) {
        if (name.equals(DrawingReuse.OFF.toString())) {
            throw new CommandException(
                    ExitCode.WRONG_USAGE,
                    "with --reuse off everything is computed, and there is nothing to inspect: choose exact, faithful or fast");
        }
        try {
            return DrawingReuse.named(name);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.WRONG_USAGE, e.getMessage(), e);
        }
    }
}
