/** What happens to a film before a network is run, done in this process and without a platform. */
package io.genga.standalone.film;
