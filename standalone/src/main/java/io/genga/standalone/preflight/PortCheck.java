package io.genga.standalone.preflight;

import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Whether a port of this machine is free. */
public final class PortCheck {

    private static final int HIGHEST_PORT = 65_535;

    private PortCheck() {}

    /**
     * Tries it out.
     *
     * @param port at 127.0.0.1
     * @throws CommandException where something listens there already
     */
    public static void require(int port) {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new CommandException(
                    ExitCode.WRONG_USAGE, "--port must lie in 1 to " + HIGHEST_PORT + ", not " + port);
        }
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.IN_USE,
                    "port " + port + " at 127.0.0.1 cannot be used (" + e.getMessage()
                            + "): stop what listens there, or choose another one with --port",
                    e);
        }
    }
}
