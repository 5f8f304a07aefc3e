package io.genga.contracts.request;

/** FFV1 version 3 (RFC 9043): lossless, every frame on its own. */
public record Ffv1Settings() implements EncoderSettings {}
