/** Decides, before work begins, into which chunks a film is cut and what will come out of it. */
package io.genga.media.plan;
