/** One film's job on the platform: begun or found again, followed, cleared away. */
package io.genga.standalone.job;
