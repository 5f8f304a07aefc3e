/** The platform as a server on this machine, for {@code genga up}. */
package io.genga.standalone.up;
