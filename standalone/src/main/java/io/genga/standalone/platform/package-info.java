/** The embedded broker and store with the four services around them, from start to stop. */
package io.genga.standalone.platform;
