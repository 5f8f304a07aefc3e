/** Networks whose results are known. */
package io.genga.testsupport.network;
