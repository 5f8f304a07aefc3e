/** A film drawn by this project itself: see {@link io.genga.samplefilm.SampleFilm}. */
package io.genga.samplefilm;
