package io.genga.media.verify;

/** @param nanoseconds at which the picture is shown, by its container's clock */
record TimedThumbnail(Thumbnail picture, long nanoseconds) {}
