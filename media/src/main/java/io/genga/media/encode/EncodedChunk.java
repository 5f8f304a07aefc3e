package io.genga.media.encode;

/**
 * What a finished chunk holds.
 *
 * @param bytes size of the file
 */
public record EncodedChunk(long frames, long bytes) {}
