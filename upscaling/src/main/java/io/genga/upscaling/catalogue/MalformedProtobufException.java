package io.genga.upscaling.catalogue;

/** Bytes that are no message of Protocol Buffers. */
final class MalformedProtobufException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedProtobufException(int position) {
        super("damaged at byte " + position);
    }
}
