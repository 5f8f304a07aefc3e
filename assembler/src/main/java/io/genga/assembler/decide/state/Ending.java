package io.genga.assembler.decide.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.genga.contracts.event.JobState;
import io.genga.contracts.event.VerificationReport;
import io.genga.contracts.object.ObjectReference;

/** How a job ends. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Ending.Remastered.class, name = "remastered"),
    @JsonSubTypes.Type(value = Ending.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Ending.Cancelled.class, name = "cancelled")
})
public sealed interface Ending {

    JobState state();

    static Ending failed(String reason) {
        return new Failed(reason, false);
    }

    static Ending rejected(String reason) {
        return new Failed(reason, true);
    }

    /**
     * The film lies in the outbox.
     *
     * @param verification null where the stitcher wrote none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Remastered(ObjectReference output, long frames, VerificationReport verification) implements Ending {

        @Override
        public JobState state() {
            return JobState.REMASTERED;
        }
    }

    /**
     * @param reason one sentence: what is wrong, where, and what to do
     * @param rejected whether the video itself was refused
     */
    record Failed(String reason, boolean rejected) implements Ending {

        @Override
        public JobState state() {
            return JobState.FAILED;
        }
    }

    /** Somebody wished so. */
    record Cancelled() implements Ending {

        @Override
        public JobState state() {
            return JobState.CANCELLED;
        }
    }
}
