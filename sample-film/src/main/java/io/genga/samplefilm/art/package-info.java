/** What is drawn: a character, landscapes, a village. */
package io.genga.samplefilm.art;
