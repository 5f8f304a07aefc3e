/**
 * The pictures of the lossless intermediate film, of which a film's chunks are pieces where they cannot be cut out of the source.
 * Internal to module {@code media}: its classes show FFmpeg's types, so other modules must not touch them.
 */
package io.genga.media.intermediate;
