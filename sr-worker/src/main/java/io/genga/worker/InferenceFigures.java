package io.genga.worker;

import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.object.ComputedShares;

/**
 * What the inference of a chunk can tell afterwards.
 *
 * @param reuse of drawings; null where every frame was computed
 * @param computed of each frame
 * @param warmUpFrames that the network was run on without a result; null where every frame stands alone
 */
record InferenceFigures(ReuseFigures reuse, ComputedShares computed, Integer warmUpFrames) {}
