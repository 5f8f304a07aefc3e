/** Whether a film's pictures are whole, or woven out of two fields of different moments. */
package io.genga.media.interlace;
