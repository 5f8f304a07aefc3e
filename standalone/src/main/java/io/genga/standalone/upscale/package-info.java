/** One film on the running platform, for {@code genga upscale}. */
package io.genga.standalone.upscale;
