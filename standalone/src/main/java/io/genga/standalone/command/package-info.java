/** The command line: what users type, read before anything is started. */
package io.genga.standalone.command;
