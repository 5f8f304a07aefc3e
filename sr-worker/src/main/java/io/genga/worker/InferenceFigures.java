package io.genga.worker;

import io.genga.contracts.event.ReuseFigures;

/**
 * What the inference of a chunk can tell afterwards.
 *
 * @param reuse of drawings; null where every frame was computed
 * @param warmUpFrames that the network was run on without a result; null where every frame stands alone
 */
record InferenceFigures(ReuseFigures reuse, Integer warmUpFrames) {}
