package io.genga.standalone.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Time that work took.
 *
 * @param wallNanos by the clock
 * @param cpuNanos of the processor, of all threads of this process; counted in ticks of 10 ms, so that only sums over many pieces of work say
 *     anything
 */
record Spent(long wallNanos, long cpuNanos) {

    static final Spent NOTHING = new Spent(0, 0);

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** @param work that runs alone in this process */
    static Spent by(Runnable work) {
        long wall = System.nanoTime();
        long cpu = PROCESS.getProcessCpuTime();
        work.run();
        return new Spent(System.nanoTime() - wall, PROCESS.getProcessCpuTime() - cpu);
    }

    /** Of {@code count} equal pieces of work, each. */
    Spent each(int count) {
        return new Spent(wallNanos / count, cpuNanos / count);
    }

    Spent plus(Spent other) {
        return new Spent(wallNanos + other.wallNanos, cpuNanos + other.cpuNanos);
    }
}
