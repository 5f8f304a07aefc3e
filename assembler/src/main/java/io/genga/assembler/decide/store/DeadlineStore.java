package io.genga.assembler.decide.store;

import io.genga.assembler.decide.state.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Deadlines in the order of time. One is not moved at a sign of life: when it is due, its subject is looked at, and where
 * there is time left it is set anew. So heartbeats cost nothing here.
 */
public final class DeadlineStore {

    private static final String EARLIEST = key(Instant.EPOCH, "");

    private final KeyValueStore<String, Subject> deadlines;

    DeadlineStore(KeyValueStore<String, Subject> deadlines) {
        this.deadlines = deadlines;
    }

    public void add(Instant due, Subject subject) {
        deadlines.put(key(due, subject.toString()), subject);
    }

    /** Removes what is due at {@code now}, the most overdue first, at most {@code limit}. */
    public List<Subject> takeDue(Instant now, int limit) {
        List<KeyValue<String, Subject>> due = new ArrayList<>();
        try (KeyValueIterator<String, Subject> iterator = deadlines.range(EARLIEST, key(now.plusMillis(1), ""))) {
            while (iterator.hasNext() && due.size() < limit) {
                due.add(iterator.next());
            }
        }
        due.forEach(entry -> deadlines.delete(entry.key));
        return due.stream().map(entry -> entry.value).toList();
    }

    /** Texts that sort by time: milliseconds since 1970 in 15 digits. */
    private static String key(Instant due, String subject) {
        return String.format(Locale.ROOT, "%015d %s", due.toEpochMilli(), subject);
    }
}
