"""Whether an exported network computes what PyTorch computes, over several sizes, and over several frames where it has a memory."""

import copy
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy
import onnxruntime
import torch

from genga_training import bidirectional
from genga_training.bidirectional import Step
from genga_training.export import blank
from genga_training.network import Graph, Network, Port, Role, TemporalContract

#: Largest difference that is allowed, as a part of full intensity.
MOST_FP32 = 1e-4
MOST_FP16 = 2 / 255
#: Height and width of frames, odd ones too; each is rounded up to what the network accepts.
SIZES = ((16, 16), (33, 25), (26, 38), (40, 24))
HALF_PRECISION_SIZE = (40, 24)
#: Of networks with a memory.
FRAMES = 5

#: What `part` of a difference is where a network is one graph, and where all its graphs run together.
WHOLE = "whole"

Pictures = Callable[[int, int, int], Sequence[numpy.ndarray]]


@dataclass(frozen=True)
class Difference:
    """The largest difference of any number in any frame, as a part of the largest number, or of 1 where that is less.

    In fp32 all outputs count, in fp16 the pictures: a state of 16 bits is coarser than what it does to them. `part` is the whole network,
    or one of its graphs by role.
    """

    precision: str
    height: int
    width: int
    frames: int
    error: float
    most: float
    part: str = WHOLE

    @property
    def passed(self) -> bool:
        # NaN fails.
        return self.error <= self.most


def passed(differences: list[Difference]) -> bool:
    """Whether the network that was exported, which is in fp32, may be used."""
    return all(difference.passed for difference in differences if difference.precision == "fp32")


def compare(network: Network, onnx: Mapping[str, bytes], pictures: Pictures) -> list[Difference]:
    """PyTorch against ONNX Runtime in fp32, then PyTorch in fp16 against itself in fp32. `onnx` is by the roles of `network.graphs`.

    The second says what half precision changes; the file in fp16 is made, and measured again, by `genga models import`.
    """
    if network.temporal_contract is TemporalContract.BIDIRECTIONAL_RECURRENCE:
        return _compare_graphs(network, onnx, pictures)
    exact = _torch_step(network, torch.float32)
    exported = _onnx_step(network, onnx[""])
    half = _torch_step(copy.deepcopy(network).half(), torch.float16)
    found = [_difference("fp32", network, exact, exported, size, pictures, MOST_FP32) for size in SIZES]
    found.append(_difference("fp16", network, exact, half, HALF_PRECISION_SIZE, pictures, MOST_FP16))
    return found


def _compare_graphs(network, onnx, pictures):
    """The network over a whole film against its graphs frame by frame, and each graph on what those before it made in PyTorch."""
    graphs = network.graphs
    exported = {role: _onnx_step(graph, onnx[role]) for role, graph in graphs.items()}
    channels = next(port.channels for port in graphs["reconstruct"].inputs if port.role is Role.HIDDEN_STATE)
    found = []
    for height, width in SIZES:
        frames = pictures(height, width, FRAMES)
        size = frames[0].shape[2:]
        film = [torch.from_numpy(frame) for frame in frames]
        (expected,) = _torch_step(network, torch.float32)([torch.cat(film)])
        together = torch.cat(bidirectional.run(exported, film, channels))
        found.append(Difference("fp32", *size, len(film), _apart(expected, together), MOST_FP32))
        alone = {role: _Beside(_torch_step(graph, torch.float32), exported[role]) for role, graph in graphs.items()}
        bidirectional.run(alone, film, channels)
        found += [Difference("fp32", *size, len(film), step.largest, MOST_FP32, role) for role, step in alone.items()]
    film = torch.from_numpy(numpy.concatenate(pictures(*HALF_PRECISION_SIZE, FRAMES)))
    (expected,) = _torch_step(network, torch.float32)([film])
    (half,) = _torch_step(copy.deepcopy(network).half(), torch.float16)([film])
    return [*found, Difference("fp16", *film.shape[2:], len(film), _apart(expected, half), MOST_FP16)]


class _Beside:
    """A step that gives what the first gives, and notes how far the second is from it."""

    def __init__(self, first: Step, second: Step):
        self._first, self._second = first, second
        self.largest = 0.0

    def __call__(self, values):
        results = self._first(values)
        for one, other in zip(results, self._second(values)):
            self.largest = _larger(self.largest, _apart(one, other))
        return results


def steps(network: Network, step: Step, frames: Sequence[numpy.ndarray]) -> Iterator[Sequence[torch.Tensor]]:
    """The outputs for each frame; what an output feeds is handed to the next step, and zero at the first."""
    height, width = frames[0].shape[2:]
    memory = {port.feeds: None for port in network.outputs if port.feeds}
    for number in range(len(frames)):
        values = []
        for port in network.inputs:
            if port.name not in memory:
                values.append(torch.from_numpy(_frame(port, frames, number)))
            elif memory[port.name] is None:
                values.append(blank(port, height, width))
            else:
                values.append(memory[port.name])
        results = step(values)
        for port, result in zip(network.outputs, results):
            if port.feeds:
                memory[port.feeds] = result
        yield results


def _frame(port: Port, frames, number):
    """Beyond the ends a film repeats its first and last frame."""
    if port.role not in (Role.FRAME, Role.NEIGHBOUR):
        raise ValueError(f"nothing feeds the input {port.name}")
    return frames[min(max(number + port.offset, 0), len(frames) - 1)]


def _difference(precision, network, expected, found, size, pictures, most):
    height, width = (-(-side // network.padding_multiple) * network.padding_multiple for side in size)
    frames = pictures(height, width, FRAMES if len(network.inputs) > 1 else 1)
    largest = 0.0
    for wanted, got in zip(steps(network, expected, frames), steps(network, found, frames)):
        for port, one, other in zip(network.outputs, wanted, got):
            if precision == "fp16" and port.role is not Role.FRAME:
                continue
            largest = _larger(largest, _apart(one, other))
    return Difference(precision, *frames[0].shape[2:], len(frames), largest, most)


def _apart(one: torch.Tensor, other: torch.Tensor) -> float:
    return float((one - other).abs().max() / max(1.0, float(one.abs().max())))


def _larger(one: float, other: float) -> float:
    # Not max, since NaN must stay.
    return float(numpy.maximum(one, other))


def _torch_step(network: Network | Graph, dtype) -> Step:
    def step(values):
        with torch.inference_mode():
            results = network(*(value.to(dtype) for value in values))
        results = results if isinstance(results, tuple) else (results,)
        return [result.float() for result in results]

    return step


def _onnx_step(network: Network | Graph, onnx: bytes) -> Step:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = torch.get_num_threads()
    session = onnxruntime.InferenceSession(onnx, options, providers=["CPUExecutionProvider"])

    def step(values):
        named = {port.name: value.numpy() for port, value in zip(network.inputs, values)}
        return [torch.from_numpy(result) for result in session.run([port.name for port in network.outputs], named)]

    return step
