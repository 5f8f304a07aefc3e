/**
 * Networks as ncnn stores them: a text of layers, {@code .param}, and the numbers they learned, {@code .bin}. Read are the
 * layers that plain convolutional networks for super-resolution are made of; anything else is refused by name and line.
 *
 * <p>The formats follow ncnn's own reader ({@code src/net.cpp}, {@code src/modelbin.cpp}, {@code src/paramdict.cpp}).
 */
package io.genga.upscaling.ncnn;
