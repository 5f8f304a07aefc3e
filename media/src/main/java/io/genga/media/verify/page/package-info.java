/** A report on two compared films as a page for people. */
package io.genga.media.verify.page;
