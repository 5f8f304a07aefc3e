/** What a network must not change: the colours of areas. Arithmetic only. */
package io.genga.upscaling.colour;
