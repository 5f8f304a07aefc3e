package io.genga.assembler.decide.rules;

import io.genga.assembler.decide.state.Ending;
import io.genga.assembler.decide.state.OpenJob;
import io.genga.contracts.event.JobCommand;
import io.genga.contracts.event.VideoArrived;

/** The beginning of a job, and what people wish of it. */
public final class JobRules {

    public OpenJob arrive(OpenJob job, VideoArrived event) {
        return job.arrive(event);
    }

    public OpenJob obey(OpenJob job, JobCommand event) {
        return switch (event.command()) {
            case CANCEL -> job.end(new Ending.Cancelled());
        };
    }
}
