/** Numbers of 16 bits, and how they come from those of 32 bits. */
package io.genga.upscaling.precision;
