/** How a command ends, and what it says when it does not end well. */
package io.genga.standalone.exit;
