/** The proof, before a film is published, that nothing of its source is lost. */
package io.genga.media.verify;
