/** Writes ONNX files, and rewrites those of others so that ONNX Runtime runs them fast. Needs no ONNX Runtime. */
package io.genga.upscaling.onnx;
