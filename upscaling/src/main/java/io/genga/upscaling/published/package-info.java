/** Networks that others have published, in packages or as checkpoints: which there are, what their files must be, and how packages give theirs. */
package io.genga.upscaling.published;
