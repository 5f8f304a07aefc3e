package io.genga.standalone.preflight;

import io.genga.contracts.request.DrawingReuse;
import io.genga.standalone.bench.BenchOrder;
import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.platform.DeviceChoice;
import io.genga.upscaling.tile.RunShapes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code genga bench} was asked for.
 *
 * @param shapes in which changed parts are computed; empty for those that suit the device
 * @param runs at least 1
 * @param mostFrames at least 1
 * @param outputs files that will be written
 */
public record BenchArguments(
        Path film,
        String model,
        Integer video,
        DeviceChoice device,
        Optional<RunShapes> shapes,
        int runs,
        long mostFrames,
        DataDirectory directory,
        List<Path> outputs) {

    /** @throws io.genga.standalone.exit.CommandException with the first thing that is wrong */
    public BenchOrder check() {
        InputCheck.require(film);
        for (Path output : outputs) {
            OutputCheck.requireOther(film, output);
            OutputCheck.requireFolder("output", output);
        }
        ModelChoice network = ModelChoice.of(model, directory.networks());
        network.requireSingleFrames("so there is no reuse to measure");
        device.require();
        return new BenchOrder(
                film,
                SourceCheck.sha256(film),
                network.network(),
                PlainRequest.of(network, DrawingReuse.DEFAULT, video),
                device,
                shapes.orElse(device.device().shapes()),
                runs,
                mostFrames);
    }
}
