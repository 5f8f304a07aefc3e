package io.genga.upscaling.inference;

import com.sun.management.OperatingSystemMXBean;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.upscaling.catalogue.NetworkManifest;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** How much memory a network takes for a whole frame, and whether there is so much. */
final class MemoryNeed {

    private static final double PIXELS_A_MEGAPIXEL = 1e6;
    private static final double BYTES_A_GIGABYTE = 1e9;

    private MemoryNeed() {}

    /**
     * @param kept bytes beside what one run of the network takes
     * @throws InsufficientMemoryException where the machine, or the container, has less than the manifest says is needed
     */
    static void require(NetworkManifest manifest, PlannedTiles whole, long kept) {
        OptionalLong perMegapixel = manifest.notes().memoryPerMegapixel();
        double needed = perMegapixel.orElse(0) * (whole.width() / PIXELS_A_MEGAPIXEL) * whole.height() + kept;
        long present =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        if (needed > present) {
            throw new InsufficientMemoryException(
                    "the network %s needs about %.1f GB of memory for frames of %dx%d, which it takes whole, but there are %.1f GB: take a smaller film, a network for single frames, or a machine with more memory"
                            .formatted(
                                    manifest.name(),
                                    needed / BYTES_A_GIGABYTE,
                                    whole.width(),
                                    whole.height(),
                                    present / BYTES_A_GIGABYTE));
        }
    }

    /**
     * Allocates pictures.
     *
     * @throws InsufficientMemoryException where the JVM may not take as much outside of its heap
     */
    static <T> T outsideOfHeap(NetworkManifest manifest, PlannedTiles whole, Supplier<T> allocation) {
        try {
            return allocation.get();
        } catch (OutOfMemoryError | ArithmeticException e) {
            throw new InsufficientMemoryException(
                    "the network %s makes pictures of %dx%d, of which the JVM cannot hold enough in 32 bits a sample (%s): raise -XX:MaxDirectMemorySize, or take a smaller film or a network for single frames"
                            .formatted(
                                    manifest.name(),
                                    whole.width() * manifest.scale(),
                                    whole.height() * manifest.scale(),
                                    e.getMessage()));
        }
    }
}
