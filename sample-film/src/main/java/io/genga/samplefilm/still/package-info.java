/** Single frames of films, as pictures. */
package io.genga.samplefilm.still;
