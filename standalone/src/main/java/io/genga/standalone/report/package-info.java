/** What is told of a finished film: to scripts as JSON, to people as a table. */
package io.genga.standalone.report;
