package io.genga.assembler.decide.state;

import io.genga.contracts.id.AttemptId;
import java.util.List;
import java.util.stream.Stream;

/**
 * How often a piece of work has been asked for, and what became of it.
 *
 * @param requests so far
 * @param spent attempts that failed, were lost or were overtaken: what they report later is no news
 */
public record RequestHistory(int requests, List<AttemptId> spent) {

    public static final RequestHistory NONE = new RequestHistory(0, List.of());

    public RequestHistory {
        spent = List.copyOf(spent);
    }

    public RequestHistory requestedAgain() {
        return new RequestHistory(requests + 1, spent);
    }

    public RequestHistory spend(AttemptId attempt) {
        return spent.contains(attempt)
                ? this
                : new RequestHistory(
                        requests,
                        Stream.concat(spent.stream(), Stream.of(attempt)).toList());
    }
}
