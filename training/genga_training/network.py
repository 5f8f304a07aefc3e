"""What the import must know of a network beside its layers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

import torch


class TemporalContract(str, Enum):
    """What a network must be given beside the frame itself; the spelling is that of manifests."""

    SINGLE_FRAME = "single-frame"
    FORWARD_RECURRENCE = "forward-recurrence"
    BIDIRECTIONAL_RECURRENCE = "bidirectional-recurrence"


class Role(str, Enum):
    """What a tensor is to a film; the spelling is that of manifests."""

    FRAME = "frame"
    NEIGHBOUR = "neighbour"
    PREVIOUS_OUTPUT = "previous-output"
    HIDDEN_STATE = "hidden-state"
    FLOW = "flow"


@dataclass(frozen=True)
class Port:
    """A tensor [batch, channels, rows, columns] that goes into a network or comes out of it.

    `scale` is its pixels per pixel of the frame, in each direction. `offset` says of a neighbour how many frames later it is.
    `feeds` names the input that takes this output at the next step; that input is zero at the first. `source` is the graph that makes
    this input, where a network is several.
    """

    name: str
    role: Role
    channels: int = 3
    scale: int = 1
    offset: int = 0
    feeds: str | None = None
    source: str | None = None


class Network(torch.nn.Module):
    """A network with all that its manifest says. `forward` takes `inputs` in their order and gives `outputs` in theirs.

    Pictures are float32 NCHW, RGB from 0 to 1; results are not clamped.
    """

    scale: int
    temporal_contract = TemporalContract.SINGLE_FRAME
    #: Sides of the frame must be multiples of this.
    padding_multiple = 1
    #: Tiles must begin at multiples of this to give what the whole frame gives.
    tile_alignment = 1
    #: Pixels around a tile that are worth computing with it.
    halo: int
    #: Whether it takes means over all that it is given, so that a pixel depends on its whole tile.
    global_pooling = False
    #: Whether a batch of several gives what each would give alone.
    batch = True
    #: Frames before a part of a film that are worth running for what the network hands itself; None where it hands itself nothing.
    warm_up: int | None = None
    #: Pixels of a tile, where the network needs more memory than others.
    largest_tile: int | None = None

    @property
    def graphs(self) -> "Mapping[str, Network | Graph]":
        """What is exported, one ONNX file each, by its role; a network that is one graph needs no role."""
        return {"": self}

    @property
    def inputs(self) -> tuple[Port, ...]:
        return (Port("input", Role.FRAME),)

    @property
    def outputs(self) -> tuple[Port, ...]:
        return (Port("output", Role.FRAME, scale=self.scale),)


class Graph(torch.nn.Module):
    """A part of a network that is exported by itself; `run` computes it with the network's layers."""

    padding_multiple = 1

    def __init__(self, network: Network, run: Callable, inputs: tuple[Port, ...], outputs: tuple[Port, ...]):
        super().__init__()
        self.network, self.run, self.inputs, self.outputs = network, run, inputs, outputs

    def forward(self, *values):
        return self.run(*values)
