package io.genga.standalone.preflight;

import io.genga.contracts.id.PoolName;
import io.genga.contracts.profile.Profile;
import io.genga.contracts.request.AllowedLoss;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.PictureSettings;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.SourceSelection;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.standalone.order.UpscaleOrder;
import io.genga.upscaling.catalogue.TemporalContract;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** All that can be known to go wrong before anything is started, cheapest first. It writes nothing. */
public final class Preflight {

    private Preflight() {}

    /**
     * Turns what a user said into an order that can be carried out.
     *
     * @throws CommandException with the first thing that is wrong
     */
    public static UpscaleOrder check(UpscaleArguments arguments) {
        Path input = arguments.input();
        Path output = arguments.output();
        OutputContainer container = OutputCheck.container(output, arguments.fragmented());
        ChosenProfile chosen = EncoderOptions.profile(arguments);
        EncoderSettings encoder = EncoderOptions.settings(arguments, chosen.profile());
        InputCheck.require(input);
        OutputCheck.require(input, output, arguments.force());
        Optional.ofNullable(arguments.report()).ifPresent(report -> OutputCheck.requireFolder("report", report));
        ModelChoice model =
                ModelChoice.of(arguments.model(), arguments.dataDirectory().networks());
        RemasterRequest request = request(arguments, model, chosen, encoder, container);
        SourceCheck source = SourceCheck.require(input, request, model.manifest());
        SpaceEstimate space = source.space(encoder);
        SpaceCheck.require(space, arguments.dataDirectory().root(), output);
        return order(arguments, model, request);
    }

    private static RemasterRequest request(
            UpscaleArguments arguments,
            ModelChoice model,
            ChosenProfile chosen,
            EncoderSettings encoder,
            OutputContainer container) {
        String name = arguments.output().getFileName().toString();
        Profile profile = chosen.profile();
        try {
            return new RemasterRequest(
                    model.reference(),
                    encoder,
                    container,
                    name,
                    PoolName.CPU,
                    profile.bitDepthOr(arguments.bitDepth()),
                    profile.reuseOr(arguments.reuse()),
                    selection(arguments, profile),
                    chosen.reference(),
                    profile.colourMatchOr(arguments.colourMatch()),
                    warmUp(arguments, model),
                    profile.pictureOr(
                            new PictureSettings(arguments.nativeHeight(), arguments.height(), arguments.strength())));
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.WRONG_USAGE, e.getMessage(), e);
        }
    }

    private static Integer warmUp(UpscaleArguments arguments, ModelChoice model) {
        boolean remembers = model.manifest().temporalContract() == TemporalContract.FORWARD_RECURRENCE;
        if (arguments.warmUp() != null && !remembers) {
            throw new IllegalArgumentException("--warm-up is for networks that remember, and "
                    + model.manifest().name() + " does not: leave it out");
        }
        return arguments.warmUp();
    }

    private static SourceSelection selection(UpscaleArguments arguments, Profile profile) {
        return new SourceSelection(
                arguments.video(),
                arguments.allowLoss().stream().map(AllowedLoss::named).collect(Collectors.toSet()),
                profile.interlacedOr(arguments.interlaced()),
                arguments.salvage());
    }

    private static UpscaleOrder order(UpscaleArguments arguments, ModelChoice model, RemasterRequest request) {
        Path report = arguments.report();
        return new UpscaleOrder(
                arguments.input().toAbsolutePath(),
                SourceCheck.sha256(arguments.input()),
                arguments.output().toAbsolutePath(),
                arguments.force(),
                request,
                model.manifest().scale(),
                model.file().orElse(null),
                report == null ? null : report.toAbsolutePath(),
                arguments.timings(),
                model.manifest().licence());
    }
}
