"""Writes nearest-x2.onnx, a network that repeats every pixel 2 x 2 times, and prints what its manifest needs to know.

It costs next to nothing and its result is known exactly, so it shows what the platform does around the inference.

    python nearest-x2.py ../src/main/resources/genga/networks/nearest-x2.onnx        (needs: onnx)
"""

import hashlib
import pathlib
import sys

from onnx import TensorProto, checker, helper

SCALE = 2

source = helper.make_tensor_value_info("input", TensorProto.FLOAT, ["n", 3, "h", "w"])
target = helper.make_tensor_value_info("output", TensorProto.FLOAT, ["n", 3, "H", "W"])
scales = helper.make_tensor("scales", TensorProto.FLOAT, [4], [1, 1, SCALE, SCALE])
# asymmetric and floor: output pixel (x, y) is input pixel (x // 2, y // 2), exactly.
repeat = helper.make_node(
    "Resize",
    ["input", "", "scales"],
    ["output"],
    mode="nearest",
    coordinate_transformation_mode="asymmetric",
    nearest_mode="floor",
)
graph = helper.make_graph([repeat], "nearest-x2", [source], [target], [scales])
model = helper.make_model(graph, producer_name="genga", ir_version=8, opset_imports=[helper.make_opsetid("", 17)])
checker.check_model(model)

content = model.SerializeToString()
pathlib.Path(sys.argv[1]).write_bytes(content)
print("sha256:", hashlib.sha256(content).hexdigest())
print("bytes:", len(content))
