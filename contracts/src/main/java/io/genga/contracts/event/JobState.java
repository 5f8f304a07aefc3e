package io.genga.contracts.event;

/** Where a job stands. It ends exactly once, in one of the last three. */
public enum JobState {
    ACCEPTED,
    SPLITTING,
    UPSCALING,
    ASSEMBLING,
    REMASTERED,
    FAILED,
    CANCELLED;

    public boolean ended() {
        return compareTo(REMASTERED) >= 0;
    }
}
