package io.genga.standalone.command;

import io.genga.standalone.version.GengaVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"genga " + GengaVersion.current()};
    }
}
