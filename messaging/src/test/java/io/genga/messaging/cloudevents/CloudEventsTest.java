package io.genga.messaging.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.event.JobCommand;
import io.genga.contracts.event.PoolBacklog;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.json.MalformedContractException;
import io.genga.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class CloudEventsTest {

    private static final JobId JOB = JobId.random();
    private static final JobCommand CANCEL = new JobCommand(TenantId.DEFAULT, JOB, JobCommand.Command.CANCEL);
    private static final TraceContext TRACE = TraceContext.root();

    @Test
    void an_event_is_a_cloud_event_in_binary_mode() {
        ProducerRecord<byte[], byte[]> record = record();

        assertThat(Arrays.stream(record.headers().toArray()).map(Header::key))
                .containsExactlyInAnyOrder(
                        "ce_specversion",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_subject",
                        "ce_time",
                        "content-type",
                        "traceparent");
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo("io.genga.job.command.v1");
        assertThat(header(record, "ce_source")).isEqualTo("/genga/test/1");
        assertThat(header(record, "ce_subject")).isEqualTo(JOB.value());
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(header(record, "traceparent")).isEqualTo(TRACE.traceparent());
        assertThat(Instant.parse(header(record, "ce_time"))).isBeforeOrEqualTo(Instant.now());
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(JOB.value());
    }

    @Test
    void what_is_written_is_read() {
        ProducerRecord<byte[], byte[]> record = record();

        Received<JobCommand> received =
                EventSerdes.reader(Topics.JOB_COMMAND).receive(record.topic(), record.headers(), record.value());

        assertThat(received).isEqualTo(new Received<>(CANCEL, TRACE));
    }

    @Test
    void a_backlog_is_keyed_by_its_pool() {
        PoolBacklog backlog = new PoolBacklog(PoolName.CPU, 3, Instant.EPOCH);

        ProducerRecord<byte[], byte[]> record =
                EventSerdes.toRecord(Topics.POOL_BACKLOG, backlog, TRACE, "/genga/test/1");

        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("cpu");
    }

    @Test
    void another_version_is_refused() {
        ProducerRecord<byte[], byte[]> record = record();
        CloudEventHeaders.write(record.headers(), "ce_type", "io.genga.job.command.v2");

        assertRefused(record, "io.genga.job.command.v2");
    }

    @Test
    void a_record_without_type_is_refused() {
        ProducerRecord<byte[], byte[]> record = record();
        record.headers().remove("ce_type");

        assertRefused(record, "ce_type null");
    }

    @Test
    void what_is_no_json_is_refused() {
        ProducerRecord<byte[], byte[]> good = record();
        byte[] broken = "{\"tenant\":".getBytes(StandardCharsets.UTF_8);

        assertRefused(new ProducerRecord<>(good.topic(), null, good.key(), broken, good.headers()), "JobCommand");
        assertRefused(new ProducerRecord<>(good.topic(), null, good.key(), null, good.headers()), "no value");
    }

    @Test
    void a_malformed_trace_is_replaced() {
        ProducerRecord<byte[], byte[]> record = record();
        CloudEventHeaders.write(record.headers(), "traceparent", "nonsense");

        Received<JobCommand> received =
                EventSerdes.reader(Topics.JOB_COMMAND).receive(record.topic(), record.headers(), record.value());

        assertThat(received.trace()).isNotEqualTo(TRACE);
    }

    @Test
    void a_child_belongs_to_the_same_trace() {
        TraceContext child = TRACE.child();

        assertThat(child).isNotEqualTo(TRACE);
        assertThat(child.traceparent().substring(0, 36))
                .isEqualTo(TRACE.traceparent().substring(0, 36));
    }

    private static ProducerRecord<byte[], byte[]> record() {
        return EventSerdes.toRecord(Topics.JOB_COMMAND, CANCEL, TRACE, "/genga/test/1");
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return CloudEventHeaders.read(record.headers(), name);
    }

    private static void assertRefused(ProducerRecord<byte[], byte[]> record, String because) {
        assertThatThrownBy(() -> EventSerdes.reader(Topics.JOB_COMMAND)
                        .receive(record.topic(), record.headers(), record.value()))
                .isInstanceOf(MalformedContractException.class)
                .hasMessageContaining(because);
    }
}
