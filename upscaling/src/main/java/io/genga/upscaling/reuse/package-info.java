/**
 * Finds what of a frame must be computed and what was computed before: drawings are held over several frames, and while a mouth moves, the rest
 * stays. Arithmetic on pixels only; knows no network.
 */
package io.genga.upscaling.reuse;
