package io.genga.runtime.instance;

import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.WorkerId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This process: what it is called, where it may write, which pools the platform has. */
@Singleton
public class Instance {

    private static final String NOT_FOR_NAMES = "[^A-Za-z0-9._-]";

    private final String application;
    private final String name;
    private final Path scratch;
    private final List<PoolName> pools;

    public Instance(
            @ConfigProperty(name = "quarkus.application.name") String application,
            @ConfigProperty(name = "genga.instance") Optional<String> name,
            @ConfigProperty(name = "genga.scratch-directory") Optional<Path> scratch,
            @ConfigProperty(name = "genga.pools", defaultValue = "cpu") List<String> pools) {
        this.application = application;
        this.name = name.orElseGet(Instance::hostAndProcess).replaceAll(NOT_FOR_NAMES, "-");
        this.scratch = scratch.orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "genga"));
        this.pools = pools.stream().map(PoolName::new).toList();
    }

    /** For people: unique among the processes that run at the same time, equal after a restart where configured. */
    public String name() {
        return name;
    }

    /** The CloudEvents source of what this process publishes, for example {@code /genga/sr-worker/host-4711}. */
    public String eventSource() {
        return "/genga/" + application + "/" + name;
    }

    public WorkerId worker(String slot) {
        return new WorkerId(name + "." + slot);
    }

    /** Every pool of the platform; the same on all instances. */
    public List<PoolName> pools() {
        return pools;
    }

    /**
     * An empty folder on the local disk.
     *
     * @return owned by the caller, who closes it and thereby deletes it with its content
     */
    public ScratchFolder newScratchFolder(String prefix) {
        try {
            Files.createDirectories(scratch);
            return new ScratchFolder(Files.createTempDirectory(scratch, prefix + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the scratch directory " + scratch, e);
        }
    }

    private static String hostAndProcess() {
        long process = ProcessHandle.current().pid();
        try {
            return InetAddress.getLocalHost().getHostName() + "-" + process;
        } catch (UnknownHostException namelessHost) {
            return "host-" + process;
        }
    }
}
