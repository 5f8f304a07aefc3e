/** Files that are fetched over HTTP: whole and as they must be, or not at all. */
package io.genga.standalone.download;
