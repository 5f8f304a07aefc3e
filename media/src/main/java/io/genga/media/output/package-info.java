/**
 * Writing files with FFmpeg's muxers. Internal to module {@code media}: its classes show FFmpeg's types, so other modules
 * must not touch them.
 */
package io.genga.media.output;
