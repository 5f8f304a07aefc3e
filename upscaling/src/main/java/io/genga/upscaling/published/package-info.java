/** Networks that others have published as packages: which there are, what their files must be, and how they are taken out. */
package io.genga.upscaling.published;
