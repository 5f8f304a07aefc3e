package io.genga.assembler.watch;

import io.genga.contracts.id.PoolName;
import io.genga.contracts.topic.ShareGroups;
import io.genga.contracts.topic.Topics;
import io.genga.messaging.KafkaConnection;
import io.genga.messaging.backlog.ShareGroupLag;
import java.util.OptionalLong;

/** How many records of a pool's topic its workers have not finished. */
interface PoolLag extends AutoCloseable {

    /** Empty where that is not known, as before the pool's first worker. */
    OptionalLong of(PoolName pool);

    @Override
    void close();

    /** As the broker counts. */
    static PoolLag at(KafkaConnection connection) {
        ShareGroupLag lag = ShareGroupLag.open(connection);
        return new PoolLag() {
            @Override
            public OptionalLong of(PoolName pool) {
                return lag.of(
                        ShareGroups.workers(pool), Topics.chunkRequested(pool).name());
            }

            @Override
            public void close() {
                lag.close();
            }
        };
    }
}
