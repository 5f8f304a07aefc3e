/** Frames on their way through several threads at once: in order, few at a time, and all or nothing. Knows no video. */
package io.genga.worker.pipeline;
