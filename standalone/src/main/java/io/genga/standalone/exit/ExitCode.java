package io.genga.standalone.exit;

/** How a command ended, for scripts; the help lists all of them. */
public enum ExitCode {
    DONE(0, "done"),
    JOB_FAILED(1, "the job failed; the reason is on standard error"),
    WRONG_USAGE(2, "the command was given wrongly"),
    INPUT_REFUSED(3, "the input, a film or a network, cannot be used"),
    OUTPUT_UNWRITABLE(4, "the output cannot be written: it exists, is not writable, or there is no space"),
    IN_USE(5, "the data directory, the port or the GPU is in use, or cannot be used"),
    FAULT_FOUND(6, "'genga verify' found a fault; standard output says which"),
    STOPPED(130, "stopped by the user; the same command goes on");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** As the process returns it. */
    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
