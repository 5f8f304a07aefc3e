/**
 * Text subtitles: what they say and when, read from one format and written in another. FFmpeg's decoders and encoders do the
 * formats, by way of the events of Advanced SubStation Alpha (ASS); overlaps, escapes and scripts' own styles are ours.
 */
package io.genga.media.subtitle;
