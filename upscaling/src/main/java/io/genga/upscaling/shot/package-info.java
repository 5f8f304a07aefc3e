/** Where one shot of a film ends and the next begins. */
package io.genga.upscaling.shot;
