package io.genga.systemtests.platform;

import io.genga.messaging.KafkaConnection;
import io.genga.messaging.outside.OutsideTopicReader;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Carries messages from one topic to another, and loses and doubles some, the same ones at each run. */
final class UnreliableRelay implements AutoCloseable {

    private static final long SEED = 20_261_123;

    private final Random chance = new Random(SEED);
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger doubled = new AtomicInteger();
    private final double lossRate;
    private final double doublingRate;
    private final String target;
    private final KafkaProducer<byte[], byte[]> producer;
    private final OutsideTopicReader reader;

    UnreliableRelay(String bootstrapServers, String source, String target, double lossRate, double doublingRate) {
        this.lossRate = lossRate;
        this.doublingRate = doublingRate;
        this.target = target;
        KafkaConnection connection = KafkaConnection.of(bootstrapServers);
        producer = new KafkaProducer<>(connection.properties(), new ByteArraySerializer(), new ByteArraySerializer());
        reader = OutsideTopicReader.start(connection, source, "relay", this::relay);
    }

    int seen() {
        return seen.get();
    }

    int lost() {
        return lost.get();
    }

    int doubled() {
        return doubled.get();
    }

    @Override
    public void close() {
        reader.close();
        producer.close();
    }

    private void relay(byte[] message) {
        double luck = chance.nextDouble();
        seen.incrementAndGet();
        if (luck < lossRate) {
            lost.incrementAndGet();
            return;
        }
        producer.send(new ProducerRecord<>(target, message));
        if (luck < lossRate + doublingRate) {
            doubled.incrementAndGet();
            producer.send(new ProducerRecord<>(target, message));
        }
    }
}
