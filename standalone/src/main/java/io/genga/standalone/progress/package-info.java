/** What a waiting user sees: stage, frames, speed, time left. */
package io.genga.standalone.progress;
