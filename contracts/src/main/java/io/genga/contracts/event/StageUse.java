package io.genga.contracts.event;

/**
 * What one stage of a pipeline spent its time on, in milliseconds.
 *
 * @param busy at work
 * @param waitedForInput because the stage before it had nothing ready
 * @param waitedForRoom because the stage after it took nothing
 */
public record StageUse(long busy, long waitedForInput, long waitedForRoom) {

    StageUse plus(StageUse other) {
        return new StageUse(
                busy + other.busy, waitedForInput + other.waitedForInput, waitedForRoom + other.waitedForRoom);
    }
}
