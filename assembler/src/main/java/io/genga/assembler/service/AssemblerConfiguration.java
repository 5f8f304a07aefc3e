package io.genga.assembler.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Which roles this assembler plays, and how. */
@ConfigMapping(prefix = "genga.assembler")
public interface AssemblerConfiguration {

    /** Any of {@code decide}, {@code stitch}, {@code watch}. */
    @WithDefault("decide,stitch,watch")
    Set<Role> roles();

    /** Films stitched at the same time. */
    @WithDefault("1")
    int stitchSlots();

    /** Chunks of one job that are asked for and not finished, at most. */
    @WithDefault("32")
    int outstandingPerJob();

    /** How long started work may be silent before it is asked for again. */
    @WithDefault("PT90S")
    Duration silence();

    /** Where decide keeps its local copy of its state; below the temporary folder where unset. */
    Optional<Path> stateDirectory();

    /** Further processes that hold a copy of decide's state, ready to take over. */
    @WithDefault("0")
    int standbys();

    /** How often the backlog of each pool is published. */
    @WithDefault("PT5S")
    Duration watchInterval();

    /** A part of the assembler's work. */
    enum Role {
        DECIDE,
        STITCH,
        WATCH
    }
}
