/**
 * Films made on the spot with the bundled ffmpeg program, and independent witnesses of what is in a film: the program's own
 * decoder and demuxer, not this project's.
 */
package io.genga.testsupport.film;
