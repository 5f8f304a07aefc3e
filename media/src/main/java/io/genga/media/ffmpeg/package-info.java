/** What every use of FFmpeg's libraries shares. Internal to module {@code media}: other modules must not touch it. */
package io.genga.media.ffmpeg;
