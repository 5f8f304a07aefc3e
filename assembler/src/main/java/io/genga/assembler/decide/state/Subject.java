package io.genga.assembler.decide.state;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.genga.contracts.id.ChunkId;
import io.genga.contracts.id.JobId;

/** What a deadline is about. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Subject.OfChunk.class, name = "chunk"),
    @JsonSubTypes.Type(value = Subject.OfSplit.class, name = "split"),
    @JsonSubTypes.Type(value = Subject.OfAssembly.class, name = "assembly"),
    @JsonSubTypes.Type(value = Subject.OfRetention.class, name = "retention")
})
public sealed interface Subject {

    JobId job();

    /** The silence of a chunk's worker, or the time after which a chunk is asked for again. */
    record OfChunk(JobId job, int index) implements Subject {

        public ChunkId id() {
            return new ChunkId(job, index);
        }
    }

    /** The silence of a frame extractor. */
    record OfSplit(JobId job) implements Subject {}

    /** The silence of a stitcher. */
    record OfAssembly(JobId job) implements Subject {}

    /** The time after which a job that has ended, or never arrived, is forgotten. */
    record OfRetention(JobId job) implements Subject {}
}
