/** The sample film before and after, for {@code genga demo}. */
package io.genga.standalone.demo;
