/** What {@code genga inspect} found, as one HTML file that needs nothing else. */
package io.genga.standalone.inspect.page;
