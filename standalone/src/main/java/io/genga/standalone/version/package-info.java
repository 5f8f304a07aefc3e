/** Which genga this is. */
package io.genga.standalone.version;
