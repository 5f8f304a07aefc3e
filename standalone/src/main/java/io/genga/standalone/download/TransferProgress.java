package io.genga.standalone.download;

import java.util.OptionalLong;

/** Told several times a second how far a transfer is. */
@FunctionalInterface
public interface TransferProgress {

    /**
     * @param bytes that have come
     * @param total of the file; empty where the server does not say
     */
    void advanced(long bytes, OptionalLong total);
}
