package io.genga.messaging.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.JobCommand;
import io.genga.contracts.id.JobId;
import io.genga.embedded.kafka.EmbeddedKafka;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerRestartTest {

    @TempDir
    Path directory;

    @Test
    void work_survives_a_restart_of_the_broker_in_its_middle() throws InterruptedException {
        EmbeddedKafka before = EmbeddedKafka.start(directory, 0);
        int port = URI.create("kafka://" + before.bootstrapServers()).getPort();
        try (WorkBench bench = new WorkBench(before, "restart")) {
            CountDownLatch brokerIsBack = new CountDownLatch(1);
            RecordingHandler handler = new RecordingHandler((event, context) -> {
                brokerIsBack.await();
                return new Done();
            });
            JobId job = bench.publish();
            try (WorkQueue<JobCommand> slot = bench.slot(handler, WorkBench.IMPATIENT)) {
                handler.nextCall();
                before.close();
                try (EmbeddedKafka after = EmbeddedKafka.start(directory, port)) {
                    brokerIsBack.countDown();
                    assertThat(handler.nextFinished()).isEqualTo(job);
                    JobId next = bench.publish();
                    JobId done = handler.nextFinished();
                    while (done.equals(job)) {
                        done = handler.nextFinished();
                    }
                    assertThat(done).isEqualTo(next);
                    assertThat(after.bootstrapServers()).endsWith(":" + port);
                    slot.drain();
                    slot.close();
                }
            }
        }
    }
}
