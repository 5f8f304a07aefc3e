package io.genga.assembler.decide.state;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;

/** What is remembered about a job as a whole; its chunks are remembered one by one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OpenJob.class, name = "open"),
    @JsonSubTypes.Type(value = EndedJob.class, name = "ended")
})
public sealed interface Job permits OpenJob, EndedJob {

    TenantId tenant();

    JobId id();
}
