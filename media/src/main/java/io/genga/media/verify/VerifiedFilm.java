package io.genga.media.verify;

/**
 * What was found whole in a film.
 *
 * @param frames decoded, each at the time of the source's
 * @param copiedStreams of sound and subtitles, equal to the source's packet by packet
 * @param attachedFiles fonts, cover art and the like, equal to the source's
 * @param chapters equal to the source's
 */
public record VerifiedFilm(long frames, int copiedStreams, int attachedFiles, int chapters) {}
