/** From the chunks' results to the film: one video stream without a seam, and all else that the source has. */
package io.genga.media.stitch;
