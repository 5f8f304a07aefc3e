"""RealBasicVSR (Chan et al., 2022): frames are cleaned, then states go through the film backwards and forwards along the optical flow.

A film is of any length, so what is exported is five graphs that a program runs frame by frame: see `bidirectional`.
"""

from collections.abc import Callable

import torch
from torch import nn
from torch.nn import functional

from genga_training.families import Family, register
from genga_training.network import Graph, Network, Port, Role, TemporalContract
from genga_training.networks.layers import ResidualBlock, bilinear, conv3
from genga_training.networks.spynet import SpyNet, warp

CHANNELS = 64
SCALE = 4


def lrelu(features):
    return functional.leaky_relu(features, 0.1)


class ResidualBlocks(nn.Module):
    def __init__(self, inputs: int, blocks: int):
        super().__init__()
        self.main = nn.Sequential(
            conv3(inputs, CHANNELS), nn.LeakyReLU(0.1), nn.Sequential(*(ResidualBlock(CHANNELS) for _ in range(blocks)))
        )

    def forward(self, features):
        return self.main(features)


class Doubling(nn.Module):
    """Twice as large, by a pixel shuffle."""

    def __init__(self):
        super().__init__()
        self.upsample_conv = conv3(CHANNELS, 4 * CHANNELS)

    def forward(self, features):
        return functional.pixel_shuffle(self.upsample_conv(features), 2)


class BasicVsr(nn.Module):
    def __init__(self, blocks: int):
        super().__init__()
        self.spynet = SpyNet()
        self.backward_resblocks = ResidualBlocks(3 + CHANNELS, blocks)
        self.forward_resblocks = ResidualBlocks(3 + CHANNELS, blocks)
        self.fusion = nn.Conv2d(2 * CHANNELS, CHANNELS, 1)
        self.upsample1, self.upsample2 = Doubling(), Doubling()
        self.conv_hr = conv3(CHANNELS, CHANNELS)
        self.conv_last = conv3(CHANNELS, 3)


class RealBasicVsr(Network):
    """`forward` takes a film [frames, 3, rows, columns] of two frames or more, as the authors run it, and gives it larger."""

    scale = SCALE
    temporal_contract = TemporalContract.BIDIRECTIONAL_RECURRENCE
    #: Of one step; how far it sees through the steps before and after has no bound.
    halo = 64

    def __init__(self, blocks: int, cleaning_blocks: int):
        super().__init__()
        self.image_cleaning = nn.Sequential(ResidualBlocks(3, cleaning_blocks), conv3(CHANNELS, 3))
        self.basicvsr = BasicVsr(blocks)

    @property
    def graphs(self) -> dict[str, Graph]:
        frame, cleaned = Port("frame", Role.FRAME), Port("cleaned", Role.FRAME, source="clean")
        flow, state = Port("flow", Role.FLOW, 2, source="flow"), Port("state", Role.HIDDEN_STATE, CHANNELS)
        next_state = Port("next_state", Role.HIDDEN_STATE, CHANNELS, feeds="state")
        before = Port("before", Role.NEIGHBOUR, source="clean")
        states = (
            Port("backward_state", Role.HIDDEN_STATE, CHANNELS, source="backward-step"),
            Port("forward_state", Role.HIDDEN_STATE, CHANNELS, source="forward-step"),
        )
        larger = Port("output", Role.FRAME, scale=SCALE)

        def graph(run: Callable, inputs: tuple[Port, ...], output: Port) -> Graph:
            return Graph(self, run, inputs, (output,))

        return {
            "clean": graph(self.clean, (frame,), Port("cleaned", Role.FRAME)),
            "flow": graph(self.flow, (cleaned, before), Port("flow", Role.FLOW, 2)),
            "backward-step": graph(self.backward_step, (cleaned, state, flow), next_state),
            "forward-step": graph(self.forward_step, (cleaned, state, flow), next_state),
            "reconstruct": graph(self.reconstruct, (cleaned, *states), larger),
        }

    def clean(self, frame):
        """Once: the authors' configuration for inference repeats it only where it would change a film by its full intensity."""
        return frame + self.image_cleaning(frame)

    def flow(self, frame, before):
        return self.basicvsr.spynet(frame, before)

    def backward_step(self, cleaned, state, flow):
        return self._step(self.basicvsr.backward_resblocks, cleaned, state, flow)

    def forward_step(self, cleaned, state, flow):
        return self._step(self.basicvsr.forward_resblocks, cleaned, state, flow)

    @staticmethod
    def _step(blocks, cleaned, state, flow):
        return blocks(torch.cat((cleaned, warp(state, flow, "zeros")), 1))

    def reconstruct(self, cleaned, backward_state, forward_state):
        layers = self.basicvsr
        features = lrelu(layers.fusion(torch.cat((backward_state, forward_state), 1)))
        features = lrelu(layers.upsample2(lrelu(layers.upsample1(features))))
        return layers.conv_last(lrelu(layers.conv_hr(features))) + bilinear(cleaned, SCALE)

    def forward(self, frames):
        cleaned = self.clean(frames)
        to_next, to_previous = self.flow(cleaned[:-1], cleaned[1:]), self.flow(cleaned[1:], cleaned[:-1])
        backward = self._propagated(self.basicvsr.backward_resblocks, cleaned.flip(0), to_next.flip(0)).flip(0)
        forward = self._propagated(self.basicvsr.forward_resblocks, cleaned, to_previous)
        return self.reconstruct(cleaned, backward, forward)

    @staticmethod
    def _propagated(blocks, cleaned, flows):
        """The states, in the order of `cleaned`; `flows` lead from each frame but the first to the one before."""
        state = cleaned.new_zeros(1, CHANNELS, *cleaned.shape[2:])
        states = []
        for number, frame in enumerate(cleaned.split(1)):
            if number:
                state = warp(state, flows[number - 1 : number], "zeros")
            state = blocks(torch.cat((frame, state), 1))
            states.append(state)
        return torch.cat(states)


def variant_of(tensors) -> dict:
    def count(prefix):
        return len({name.removeprefix(prefix).split(".")[0] for name in tensors if name.startswith(prefix)})

    return {"blocks": count("basicvsr.forward_resblocks.main.2."), "cleaning_blocks": count("image_cleaning.0.main.2.")}


register(Family("realbasicvsr", "basicvsr.spynet.basic_module.0.basic_module.0.conv.weight", RealBasicVsr, variant_of))
