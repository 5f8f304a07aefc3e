/** The film as a file: degraded, encoded, with sound, subtitles, chapters and an attachment. */
package io.genga.samplefilm.recording;
