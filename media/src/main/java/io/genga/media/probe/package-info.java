/** What a source is, and whether this platform can keep all of it. */
package io.genga.media.probe;
