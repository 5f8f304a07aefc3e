package io.genga.messaging.work;

import io.genga.contracts.event.JobCommand;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.topic.Topic;
import io.genga.contracts.topic.TopicKind;
import io.genga.embedded.kafka.EmbeddedKafka;
import io.genga.messaging.KafkaConnection;
import io.genga.messaging.cloudevents.TraceContext;
import io.genga.messaging.publish.KafkaEventPublisher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic of work of its own, with its share group, on a real broker. Locks last two seconds: with half of one, a renewal could wait behind a fetch for longer than it has. */
final class WorkBench implements AutoCloseable {

    static final Duration LOCK = Duration.ofSeconds(2);
    static final WorkQueueSettings IMPATIENT = WorkQueueSettings.defaults()
            .withFirstBackoff(Duration.ofMillis(20))
            .withDrainTimeout(Duration.ofSeconds(2));

    private final KafkaConnection connection;
    private final Topic<JobCommand> topic;
    private final KafkaEventPublisher publisher;

    WorkBench(EmbeddedKafka kafka, String name) {
        connection = KafkaConnection.of(kafka.bootstrapServers());
        topic = new Topic<>("genga." + name + ".v1", JobCommand.class, "io.genga.test.v1", TopicKind.WORK);
        create();
        publisher = KafkaEventPublisher.open(connection, "/genga/test");
    }

    WorkQueue<JobCommand> slot(WorkHandler<JobCommand> handler, WorkQueueSettings settings) {
        return WorkQueue.start(connection, topic, group(), handler, settings, "slot");
    }

    JobId publish() {
        JobId job = JobId.random();
        publisher.publish(topic, new JobCommand(TenantId.DEFAULT, job, JobCommand.Command.CANCEL), TraceContext.root());
        return job;
    }

    List<JobId> publish(int count) {
        return Stream.generate(this::publish).limit(count).toList();
    }

    void publishGarbage() throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(connection.properties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), new byte[] {1, 2, 3}))
                    .get();
        }
    }

    /** A member that takes one record and then does nothing any more, as one whose machine lost its power. */
    ShareSlot deadMember() {
        ShareSlot member = ShareSlot.join(connection, topic.name(), group(), "dead");
        while (member.take().isEmpty()) {
            Thread.onSpinWait();
        }
        return member;
    }

    /** All dead letters so far, once there is at least one. */
    List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                connection.properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partition = List.of(new TopicPartition(topic.deadLetterName(), 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            List<ConsumerRecord<byte[], byte[]>> letters = List.of();
            while (letters.isEmpty()) {
                letters = consumer.poll(Duration.ofSeconds(1)).records(partition.get(0));
            }
            return letters;
        }
    }

    @Override
    public void close() {
        publisher.close();
    }

    private void create() {
        try (Admin admin = Admin.create(connection.properties())) {
            admin.createTopics(List.of(
                            new NewTopic(topic.name(), 1, (short) 1),
                            new NewTopic(topic.deadLetterName(), 1, (short) 1)))
                    .all()
                    .get();
            ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, group());
            admin.incrementalAlterConfigs(Map.of(
                            group,
                            List.of(
                                    set("share.auto.offset.reset", "earliest"),
                                    set("share.record.lock.duration.ms", Long.toString(LOCK.toMillis())))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String group() {
        return topic.name() + ".group";
    }

    private static AlterConfigOp set(String key, String value) {
        return new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
    }
}
