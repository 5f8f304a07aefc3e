package io.genga.messaging.backlog;

import io.genga.messaging.KafkaConnection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks how much of a topic its share group has not finished. Thread-safe. */
public final class ShareGroupLag implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShareGroupLag.class);

    private final Admin admin;

    private ShareGroupLag(Admin admin) {
        this.admin = admin;
    }

    public static ShareGroupLag open(KafkaConnection connection) {
        return new ShareGroupLag(Admin.create(connection.properties()));
    }

    /**
     * @return records that are not finished, those in flight included; empty where the broker cannot tell, as before the first
     *     member has joined
     */
    public OptionalLong of(String shareGroup, String topic) {
        try {
            Map<TopicPartition, SharePartitionOffsetInfo> offsets = admin.listShareGroupOffsets(
                            Map.of(shareGroup, new ListShareGroupOffsetsSpec()))
                    .partitionsToOffsetInfo(shareGroup)
                    .get();
            return sum(offsets, topic);
        } catch (ExecutionException e) {
            LOG.debug("the lag of {} on {} is not known: {}", shareGroup, topic, e.getMessage());
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private static OptionalLong sum(Map<TopicPartition, SharePartitionOffsetInfo> offsets, String topic) {
        long lag = 0;
        boolean known = false;
        for (Map.Entry<TopicPartition, SharePartitionOffsetInfo> partition : offsets.entrySet()) {
            if (!partition.getKey().topic().equals(topic)) {
                continue;
            }
            if (partition.getValue() == null || partition.getValue().lag().isEmpty()) {
                return OptionalLong.empty();
            }
            known = true;
            lag += partition.getValue().lag().get();
        }
        return known ? OptionalLong.of(lag) : OptionalLong.empty();
    }
}
