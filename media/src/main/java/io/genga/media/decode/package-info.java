/** From packets to pictures, each one accounted for. */
package io.genga.media.decode;
