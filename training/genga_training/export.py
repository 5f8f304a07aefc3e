"""From PyTorch to ONNX: any height, width and batch, simplified, all weights inside."""

import io
import warnings

import onnx
import onnxslim
import torch

from genga_training.network import Graph, Network, Port

#: The newest that PyTorch's tracing exporter writes well; GridSample needs 16.
OPSET = 17
#: Side of the frame that the export is traced with, in multiples of what the network accepts.
TRACED_MULTIPLES = 3


def export(network: Network | Graph) -> bytes:
    """The content of an ONNX file."""
    side = TRACED_MULTIPLES * network.padding_multiple
    file = io.BytesIO()
    names = [port.name for port in network.inputs + network.outputs]
    with warnings.catch_warnings():
        # The tracer warns of every size that it sees as a number; parity at other sizes proves them right.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            tuple(blank(port, side, side) for port in network.inputs),
            file,
            input_names=names[: len(network.inputs)],
            output_names=names[len(network.inputs) :],
            dynamic_axes={name: {0: "batch", 2: f"{name}_height", 3: f"{name}_width"} for name in names},
            opset_version=OPSET,
            dynamo=False,
        )
    model = onnxslim.slim(onnx.load_from_string(file.getvalue()))
    onnx.checker.check_model(model, full_check=True)
    return model.SerializeToString()


def blank(port: Port, height: int, width: int, batch: int = 1) -> torch.Tensor:
    """Zeros for a frame of this size: what recurrent inputs get at the first step."""
    return torch.zeros(batch, port.channels, height * port.scale, width * port.scale)
