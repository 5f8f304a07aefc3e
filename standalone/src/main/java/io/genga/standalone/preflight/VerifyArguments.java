package io.genga.standalone.preflight;

import java.nio.file.Path;

/** What {@code genga verify} needs to be there before anything is read. */
public final class VerifyArguments {

    private VerifyArguments() {}

    /**
     * @param report null where none is wanted
     * @param page null where none is wanted
     * @throws io.genga.standalone.exit.CommandException with the first thing that is wrong
     */
    public static void require(Path source, Path result, Path report, Path page) {
        InputCheck.require(source);
        InputCheck.require(result);
        if (report != null) {
            OutputCheck.requireFolder("report", report);
        }
        if (page != null) {
            OutputCheck.requireFolder("page", page);
        }
    }
}
