package io.genga.standalone.command;

import io.genga.standalone.order.UpscaleOrder;
import io.genga.standalone.platform.PlatformRun;
import io.genga.standalone.platform.PlatformSettings;
import io.genga.standalone.platform.StopSignal;
import io.genga.standalone.upscale.UpscaleApplication;
import java.io.PrintWriter;

/** The platform, run for one film; what commands that upscale have in common. */
final class OneFilm {

    private OneFilm() {}

    /**
     * Returns when the film is written or the user has stopped it. The caller holds the lock of the data directory.
     *
     * @param err where the user is told how to go on
     * @return the exit code
     */
    static int upscale(UpscaleOrder order, PlatformOptions platform, PrintWriter err) {
        StopSignal.listen(() -> sayHowToGoOn(platform, err));
        PlatformSettings settings = new PlatformSettings(
                platform.dataDirectory(), platform.workers(), platform.device(), new PlatformSettings.RestApi.Closed());
        return PlatformRun.run(settings, UpscaleApplication.class, order.toJson());
    }

    private static void sayHowToGoOn(PlatformOptions platform, PrintWriter err) {
        err.println();
        err.println("Stopping. Finished chunks are kept in "
                + platform.dataDirectory().root() + "; the same command goes on from there.");
        err.flush();
    }
}
