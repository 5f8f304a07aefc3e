package io.genga.standalone.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.JobState;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.id.JobId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class JobFollowerTest {

    private static final JobId JOB = JobId.random();

    @Test
    void a_job_is_followed_from_before_it_is_known_to_its_end() throws InterruptedException {
        Queue<Optional<JobStatus>> answers = new ArrayDeque<>(List.of(
                Optional.empty(), status(JobState.SPLITTING), status(JobState.UPSCALING), status(JobState.FAILED)));
        List<JobState> seen = new ArrayList<>();

        JobStatus last = new JobFollower(job -> answers.remove()).follow(JOB, status -> seen.add(status.state()));

        assertThat(last.state()).isEqualTo(JobState.FAILED);
        assertThat(seen).containsExactly(JobState.SPLITTING, JobState.UPSCALING, JobState.FAILED);
    }

    private static Optional<JobStatus> status(JobState state) {
        return Optional.of(Statuses.of(JOB, state));
    }
}
