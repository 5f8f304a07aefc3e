"""How much memory a network needs for a frame, found by running it in processes of their own."""

import json
import pathlib
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy
import onnxruntime

if TYPE_CHECKING:
    # PyTorch would take longer to load than the networks to run.
    from genga_training.network import Graph, Network

#: Sides of the two frames whose difference counts; what the program itself takes falls out.
SMALL, LARGE = 64, 128
MEGAPIXEL = 1_000_000
KIB = 1024


def per_megapixel(network: "Network | Graph", onnx: pathlib.Path) -> int:
    """Bytes per megapixel of the frame, on the processor, in fp32, to two digits."""
    grown = _peak(network, onnx, LARGE) - _peak(network, onnx, SMALL)
    return int(float(f"{max(0, grown) * MEGAPIXEL / (LARGE**2 - SMALL**2):.1e}"))


def _peak(network, onnx, side) -> int:
    shapes = {port.name: [1, port.channels, side * port.scale, side * port.scale] for port in network.inputs}
    command = [sys.executable, "-m", "genga_training.memory", str(onnx), json.dumps(shapes)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _run(onnx: str, shapes: dict) -> int:
    """The most bytes that this process has held."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(onnx, options, providers=["CPUExecutionProvider"])
    session.run(None, {name: numpy.zeros(shape, numpy.float32) for name, shape in shapes.items()})
    # Not getrusage: that counts what the process held before it became this program, too.
    status = pathlib.Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * KIB


if __name__ == "__main__":
    print(_run(sys.argv[1], json.loads(sys.argv[2])))
