/** The {@code genga} command: the four services on an embedded broker and store in one JVM. */
package io.genga.standalone;
