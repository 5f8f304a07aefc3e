/** Refuses what cannot work before anything is started: input, output, model, space. */
package io.genga.standalone.preflight;
