"""Turns checkpoints of super-resolution networks into ONNX files with manifests that genga runs."""
