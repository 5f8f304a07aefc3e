/** The networks that the command knows: built in, in the data directory, or to be fetched. */
package io.genga.standalone.models;
