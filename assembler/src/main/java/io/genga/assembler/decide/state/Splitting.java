package io.genga.assembler.decide.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.event.VideoSplit;
import java.time.Instant;

/**
 * How far the splitting of a video is.
 *
 * @param plan null until the plan is stored; the first one counts
 * @param heardAt the last sign of life; null until there was one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Splitting(VideoSplit plan, Instant heardAt) {

    public static final Splitting NOT_STARTED = new Splitting(null, null);

    public Splitting plan(VideoSplit event, Instant now) {
        return new Splitting(plan == null ? event : plan, now);
    }

    public Splitting heard(Instant now) {
        return new Splitting(plan, now);
    }
}
