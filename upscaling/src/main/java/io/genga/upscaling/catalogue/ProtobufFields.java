package io.genga.upscaling.catalogue;

import java.util.Arrays;

/**
 * Goes through the fields of one message in the wire format of Protocol Buffers
 * (protobuf.dev/programming-guides/encoding), without knowing its schema. Not safe for use by several threads.
 */
final class ProtobufFields {

    private static final int WIRE_TYPE_BITS = 3;
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;
    private static final int VARINT_PAYLOAD_BITS = 7;
    private static final int VARINT_PAYLOAD = 0x7f;

    private final byte[] bytes;
    private final int end;
    private int position;
    private int number;
    private int wireType;
    private int payload;

    ProtobufFields(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    /** Moves to the next field; false where there is none. */
    boolean next() {
        if (position == end) {
            return false;
        }
        long tag = varint();
        number = (int) (tag >>> WIRE_TYPE_BITS);
        wireType = (int) tag & ((1 << WIRE_TYPE_BITS) - 1);
        skipPayload();
        return true;
    }

    int number() {
        return number;
    }

    /** Whether the field's payload has a length of its own, as messages, texts and packed numbers have. */
    boolean isMessage() {
        return wireType == LENGTH_DELIMITED;
    }

    /** The payload of the field, read as a message. */
    ProtobufFields message() {
        return new ProtobufFields(bytes, payload, position);
    }

    /** Moves to the next of numbers that are packed without tags; false where there is none. */
    boolean nextValue() {
        if (position == end) {
            return false;
        }
        payload = position;
        varint();
        return true;
    }

    /** The payload, read as a number of variable length. */
    long value() {
        return new ProtobufFields(bytes, payload, position).varint();
    }

    /** Length of the payload in bytes. */
    int length() {
        return position - payload;
    }

    /** A copy of the payload. */
    byte[] content() {
        return Arrays.copyOfRange(bytes, payload, position);
    }

    private void skipPayload() {
        payload = position;
        switch (wireType) {
            case VARINT -> varint();
            case FIXED_64 -> advance(Long.BYTES);
            case FIXED_32 -> advance(Integer.BYTES);
            case LENGTH_DELIMITED -> {
                long length = varint();
                payload = position;
                advance(length);
            }
            default -> throw new MalformedProtobufException(position);
        }
    }

    private void advance(long count) {
        if (count < 0 || count > end - position) {
            throw new MalformedProtobufException(position);
        }
        position += (int) count;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += VARINT_PAYLOAD_BITS) {
            if (position == end) {
                throw new MalformedProtobufException(position);
            }
            byte next = bytes[position++];
            value |= (long) (next & VARINT_PAYLOAD) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new MalformedProtobufException(position);
    }
}
