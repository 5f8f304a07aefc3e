/** Pen and brush: cels, curves, letters. */
package io.genga.samplefilm.ink;
