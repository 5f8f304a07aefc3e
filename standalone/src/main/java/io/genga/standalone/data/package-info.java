/** The data directory: what lies where, and who holds it. */
package io.genga.standalone.data;
