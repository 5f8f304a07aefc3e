/** From upscaled pictures to an encoded chunk, by the very encoder that the plan pins. */
package io.genga.media.encode;
