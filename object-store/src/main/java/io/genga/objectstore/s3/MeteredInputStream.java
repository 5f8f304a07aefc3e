package io.genga.objectstore.s3;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.object.ObjectReference;
import io.genga.objectstore.ObjectLocation;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Counts and hashes what is read, not skipped, from it. */
final class MeteredInputStream extends FilterInputStream {

    private final MessageDigest digest = Sha256.newDigest();
    private long size;

    MeteredInputStream(InputStream content) {
        super(content);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            digest.update((byte) value);
            size++;
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            digest.update(buffer, offset, count);
            size += count;
        }
        return count;
    }

    /** Refers to what was read so far as the content of {@code at}; to be called once. */
    ObjectReference reference(ObjectLocation at) {
        return new ObjectReference(at.bucket(), at.key(), size, Sha256.of(digest));
    }
}
