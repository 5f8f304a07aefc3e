package io.genga.assembler.decide.state;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.genga.contracts.event.ChunkReady;
import io.genga.contracts.event.WorkProgress;
import io.genga.contracts.id.AttemptId;
import java.time.Instant;

/** Where a chunk stands: owed in one of three ways, or upscaled. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Chunk.Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = Chunk.Requested.class, name = "requested"),
    @JsonSubTypes.Type(value = Chunk.Postponed.class, name = "postponed"),
    @JsonSubTypes.Type(value = Chunk.Upscaled.class, name = "upscaled")
})
public sealed interface Chunk {

    /** A chunk without a result. */
    sealed interface Owed extends Chunk permits Waiting, Requested, Postponed {

        ChunkReady work();
    }

    /** To be asked for as soon as its job has credit. */
    record Waiting(ChunkReady work, RequestHistory history) implements Owed {

        public Requested request(Instant now) {
            return new Requested(work, Request.after(history, now));
        }

        public Waiting spend(AttemptId attempt) {
            return new Waiting(work, history.spend(attempt));
        }
    }

    /** Asked for and not yet answered. */
    record Requested(ChunkReady work, Request request) implements Owed {

        public Requested hear(WorkProgress sign, Instant now) {
            return new Requested(work, request.heard(sign, Math.min(sign.framesDone(), work.frames()), now));
        }

        public Waiting lose() {
            return new Waiting(work, request.close());
        }

        public Waiting fail(AttemptId attempt) {
            return new Waiting(work, request.close().spend(attempt));
        }

        public Postponed fail(AttemptId attempt, Instant until) {
            return new Postponed(work, request.close().spend(attempt), until);
        }
    }

    /** To wait until a worker's failure may have passed. */
    record Postponed(ChunkReady work, RequestHistory history, Instant until) implements Owed {

        public Waiting resume() {
            return new Waiting(work, history);
        }

        public Postponed spend(AttemptId attempt) {
            return new Postponed(work, history.spend(attempt), until);
        }
    }

    /** @param winner the first attempt that was reported */
    record Upscaled(AttemptId winner) implements Chunk {}
}
