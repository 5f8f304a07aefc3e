/** What of a film would be computed, found out without running a network, for {@code genga inspect}. */
package io.genga.standalone.inspect;
