/** What happens, in which frame, and how the scenes follow each other. */
package io.genga.samplefilm.scene;
