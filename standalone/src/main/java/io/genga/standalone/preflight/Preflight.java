package io.genga.standalone.preflight;

import io.genga.contracts.id.PoolName;
import io.genga.contracts.profile.Profile;
import io.genga.contracts.request.AllowedLoss;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.PictureSettings;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.SourceSelection;
import io.genga.ingest.submission.RemasterOptions;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.standalone.order.UpscaleOrder;
import java.nio.file.Path;
import java.util.List;
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
        ModelChain model = ModelChain.of(
                names(arguments, chosen.profile()), arguments.dataDirectory().networks());
        RemasterRequest request = request(arguments, model, chosen, encoder, container);
        SourceCheck source = SourceCheck.require(input, request, model.networks());
        SpaceEstimate space = source.space(encoder);
        SpaceCheck.require(space, arguments.dataDirectory().root(), output);
        return order(arguments, model, request);
    }

    private static List<String> names(UpscaleArguments arguments, Profile profile) {
        List<String> names = profile.modelOr(arguments.models());
        return names == null ? List.of(RemasterOptions.DEFAULT_MODEL) : names;
    }

    private static RemasterRequest request(
            UpscaleArguments arguments,
            ModelChain model,
            ChosenProfile chosen,
            EncoderSettings encoder,
            OutputContainer container) {
        String name = arguments.output().getFileName().toString();
        Profile profile = chosen.profile();
        try {
            return new RemasterRequest(
                    model.lastReference(),
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
                            new PictureSettings(arguments.nativeHeight(), arguments.height(), arguments.strength())),
                    model.earlierReferences());
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.WRONG_USAGE, e.getMessage(), e);
        }
    }

    private static Integer warmUp(UpscaleArguments arguments, ModelChain model) {
        boolean remembers = model.last().temporalContract().remembers();
        if (arguments.warmUp() != null && !remembers) {
            throw new IllegalArgumentException("--warm-up is for networks that remember, and "
                    + model.last().name() + " does not: leave it out");
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

    private static UpscaleOrder order(UpscaleArguments arguments, ModelChain model, RemasterRequest request) {
        Path report = arguments.report();
        return new UpscaleOrder(
                arguments.input().toAbsolutePath(),
                SourceCheck.sha256(arguments.input()),
                arguments.output().toAbsolutePath(),
                arguments.force(),
                request,
                model.ordered(),
                report == null ? null : report.toAbsolutePath(),
                arguments.timings());
    }
}
