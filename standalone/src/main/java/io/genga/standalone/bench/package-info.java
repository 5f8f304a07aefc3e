/** What inference on a film costs, with and without reuse of drawings, beside the limit that ONNX Runtime sets. */
package io.genga.standalone.bench;
