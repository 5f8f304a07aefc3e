package io.genga.standalone.platform;

import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The whole platform in this JVM, for as long as an application on top of it runs. */
public final class PlatformRun {

    private PlatformRun() {}

    /**
     * Returns when the application has ended and everything is shut down again.
     *
     * @param arguments of the application
     * @return the application's exit code
     * @throws CommandException where the platform cannot start
     */
    public static int run(
            PlatformSettings settings, Class<? extends QuarkusApplication> application, String... arguments) {
        ScratchDirectory.empty(settings.directory());
        try (EmbeddedPlatform platform = EmbeddedPlatform.start(settings.directory())) {
            settings.properties(System::getenv).forEach(System::setProperty);
            platform.addresses().forEach(System::setProperty);
            return runServices(settings.directory(), application, arguments);
        }
    }

    private static int runServices(
            DataDirectory directory, Class<? extends QuarkusApplication> application, String... arguments) {
        AtomicInteger exitCode = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Quarkus.run(
                application,
                (code, thrown) -> {
                    exitCode.set(code);
                    failure.compareAndSet(null, thrown);
                },
                arguments);
        if (failure.get() != null) {
            throw failed(directory, failure.get());
        }
        return exitCode.get();
    }

    private static CommandException failed(DataDirectory directory, Throwable failure) {
        return new CommandException(
                ExitCode.JOB_FAILED,
                "the platform did not run (" + failure + "): see " + directory.logFile()
                        + ", then give the same command again",
                failure);
    }
}
