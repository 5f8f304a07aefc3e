/** Makes networks of others ready to run: converts them, rewrites them to run fast, describes them in a manifest, tries them. */
package io.genga.upscaling.imports;
