package io.genga.contracts.topic;

import io.genga.contracts.id.PoolName;

/** The share groups, one for each topic of work. */
public final class ShareGroups {

    public static final String FRAME_EXTRACTORS = "genga.frame-extractors";
    public static final String STITCHERS = "genga.stitchers";

    private ShareGroups() {}

    /** {@code genga.sr-workers.cpu}: the workers of one pool. */
    public static String workers(PoolName pool) {
        return "genga.sr-workers." + pool;
    }
}
