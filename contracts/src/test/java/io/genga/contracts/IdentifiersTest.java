package io.genga.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.ChunkId;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.topic.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    private static final TenantId ACME = new TenantId("acme");

    @ParameterizedTest
    @ValueSource(strings = {"", "-x", "A", "a/b", "..", "a b"})
    void a_tenant_cannot_leave_its_folder(String name) {
        assertThatThrownBy(() -> new TenantId(name)).hasMessageContaining("'" + name + "'");
    }

    @Test
    void the_same_inbox_object_is_the_same_job() {
        JobId first = JobId.ofInboxObject(ACME, "b", "inbox/acme/a.mkv", "v1");

        assertThat(JobId.ofInboxObject(ACME, "b", "inbox/acme/a.mkv", "v1")).isEqualTo(first);
        assertThat(JobId.ofInboxObject(ACME, "b", "inbox/acme/a.mkv", "v2")).isNotEqualTo(first);
        assertThat(JobId.ofInboxObject(new TenantId("b"), "b", "inbox/acme/a.mkv", "v1"))
                .isNotEqualTo(first);
    }

    @Test
    void moving_a_border_between_two_parts_makes_another_job() {
        assertThat(JobId.ofInboxObject(ACME, "b", "xy", "z")).isNotEqualTo(JobId.ofInboxObject(ACME, "b", "x", "yz"));
    }

    @Test
    void each_try_has_a_number() {
        JobId first = JobId.random();

        assertThat(first.nextTry().value()).isEqualTo(first + "-2");
        assertThat(first.nextTry().nextTry().value()).isEqualTo(first + "-3");
    }

    @Test
    void attempts_are_unique_and_sort_by_start() {
        AttemptId earlier = AttemptId.draw(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
        AttemptId sameInstant = AttemptId.draw(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
        AttemptId later = AttemptId.draw(Clock.fixed(Instant.parse("2026-01-01T00:00:00.001Z"), ZoneOffset.UTC));

        assertThat(earlier).isNotEqualTo(sameInstant);
        assertThat(earlier.value()).isLessThan(later.value());
    }

    @Test
    void the_time_of_an_attempt_is_encoded_as_the_specification_says() {
        AttemptId attempt = AttemptId.draw(Clock.fixed(Instant.ofEpochMilli(1_469_918_176_385L), ZoneOffset.UTC));

        assertThat(attempt.value()).startsWith("01ARYZ6S41");
    }

    @Test
    void chunks_of_a_job_sort_in_the_order_of_the_film() {
        JobId job = JobId.random();

        assertThat(new ChunkId(job, 2).toString()).isLessThan(new ChunkId(job, 10).toString());
        assertThatThrownBy(() -> new ChunkId(job, ChunkId.MAX_CHUNKS)).hasMessageContaining("10000");
    }

    @Test
    void only_a_tenants_object_in_the_inbox_has_a_tenant() {
        assertThat(ObjectKeys.tenantOfInboxKey("inbox/acme/season 1/01.mkv")).contains(ACME);
        assertThat(ObjectKeys.tenantOfInboxKey("inbox/stray.mkv")).isEmpty();
        assertThat(ObjectKeys.tenantOfInboxKey("inbox/Acme/a.mkv")).isEmpty();
        assertThat(ObjectKeys.tenantOfInboxKey("uploads/acme/a.mkv")).isEmpty();
    }

    @Test
    void the_dead_letters_of_a_topic_lie_beside_it() {
        assertThat(Topics.chunkRequested(PoolName.CPU).deadLetterName()).isEqualTo("genga.chunk.requested.cpu.dlq.v1");
    }
}
