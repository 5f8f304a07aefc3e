/** What one command asks of the platform. */
package io.genga.standalone.order;
