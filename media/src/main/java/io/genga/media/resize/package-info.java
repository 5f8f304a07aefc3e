/** Pictures of another size, and mixtures of two of the same size. */
package io.genga.media.resize;
