/**
 * The files of chunks and of their results: one video stream in NUT, which keeps any time base exactly. Internal to module
 * {@code media}: its classes show FFmpeg's types, so other modules must not touch them.
 */
package io.genga.media.nut;
