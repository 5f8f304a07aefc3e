package io.genga.standalone.download;

import java.time.Duration;

/**
 * What a download may be.
 *
 * @param leastBytes a smaller file is a message of a server, not what was asked for
 * @param mostBytes a larger file is not what was asked for
 * @param silence for how long nothing may come
 */
public record DownloadLimits(long leastBytes, long mostBytes, Duration silence) {

    /** Of PyTorch: the smallest known has 5 MB, the largest, with all that its training needs, 210 MB. */
    public static final DownloadLimits CHECKPOINT = new DownloadLimits(64 << 10, 1 << 30, Duration.ofSeconds(60));
}
