package io.genga.assembler.service;

import io.genga.assembler.service.AssemblerConfiguration.Role;
import io.genga.assembler.stitch.Stitcher;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Plays the roles that this process is configured with, as long as it runs. */
@ApplicationScoped
public class Assembler {

    private final AssemblerConfiguration configuration;
    private final DecideRole decide;
    private final WatchRole watch;
    private final Stitcher stitcher;

    Assembler(AssemblerConfiguration configuration, DecideRole decide, WatchRole watch, Stitcher stitcher) {
        this.configuration = configuration;
        this.decide = decide;
        this.watch = watch;
        this.stitcher = stitcher;
    }

    void start(@Observes StartupEvent event) {
        if (configuration.roles().contains(Role.DECIDE)) {
            decide.start();
        }
        if (configuration.roles().contains(Role.STITCH)) {
            stitcher.start(configuration.stitchSlots());
        }
        if (configuration.roles().contains(Role.WATCH)) {
            watch.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
        decide.stop();
    }
}
