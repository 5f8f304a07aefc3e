"""The recurrent cells of AnimeSR (Wu et al., 2022) and VQD-SR (Tuo et al., 2023): three scales, the state handed from frame to frame.

A step sees the frame with its neighbours before and after, the state, and (AnimeSR only) its own last result.
"""

import torch
from torch import nn
from torch.nn import functional

from genga_training.families import Family, register
from genga_training.network import Network, Port, Role, TemporalContract
from genga_training.networks.layers import ResidualBlock, bilinear, conv3

CHANNELS = 64
SCALE = 4
FRAMES = 3
#: Residual blocks at the frame's size, at half and at a quarter of it. The smaller ones run last, beside the last larger ones.
BLOCKS = (5, 3, 2)
FUSED_CHANNELS = 224
PICTURE_PLANES = 3 * SCALE**2


def lrelu(features):
    return functional.leaky_relu(features, 0.1)


def first(inputs: int, stride: int) -> nn.Sequential:
    return nn.Sequential(conv3(inputs, CHANNELS, stride), nn.LeakyReLU(0.1))


def blocks(count: int) -> nn.Sequential:
    return nn.Sequential(*(ResidualBlock(CHANNELS) for _ in range(count)))


class Cell(nn.Module):
    """One step. `feedback` says whether it sees its last result."""

    def __init__(self, feedback: bool):
        super().__init__()
        inputs = 3 * FRAMES + (PICTURE_PLANES if feedback else 0) + CHANNELS
        self.conv_s1_first = first(inputs, 1)
        self.conv_s2_first = first(CHANNELS, 2)
        self.conv_s4_first = first(CHANNELS, 2)
        self.body_s1_first, self.body_s2_first, self.body_s4_first = (blocks(count) for count in BLOCKS)
        self.fusion = nn.Sequential(
            conv3(3 * CHANNELS, FUSED_CHANNELS), nn.LeakyReLU(0.1), conv3(FUSED_CHANNELS, PICTURE_PLANES + CHANNELS)
        )

    def forward(self, seen, frame):
        """The larger frame and the new state."""
        whole = self.conv_s1_first(seen)
        half = self.conv_s2_first(whole)
        quarter = self.conv_s4_first(half)
        half_has_run = quarter_has_run = False
        for step in range(BLOCKS[0]):
            at_half, at_quarter = step - (BLOCKS[0] - BLOCKS[1]), step - (BLOCKS[0] - BLOCKS[2])
            if half_has_run:
                whole = whole + bilinear(half, 2)
            if quarter_has_run:
                whole = whole + bilinear(quarter, 4)
            whole = self.body_s1_first[step](whole)
            if at_half >= 0:
                half = self.body_s2_first[at_half](half + bilinear(quarter, 2) if quarter_has_run else half)
                half_has_run = True
            if at_quarter >= 0:
                quarter = self.body_s4_first[at_quarter](quarter)
                quarter_has_run = True
        fused = self.fusion(torch.cat((whole, bilinear(half, 2), bilinear(quarter, 4)), 1))
        picture = functional.pixel_shuffle(fused[:, :PICTURE_PLANES], SCALE) + bilinear(frame, SCALE)
        return picture, lrelu(fused[:, PICTURE_PLANES:])


class MultiScaleRecurrence(Network):
    scale = SCALE
    temporal_contract = TemporalContract.FORWARD_RECURRENCE
    padding_multiple = 4
    tile_alignment = 4
    #: Of one step; how far it sees through the steps before has no bound.
    halo = 32
    #: docs/results/warm-up.md
    warm_up = 8

    def __init__(self, feedback: bool):
        super().__init__()
        self.feedback = feedback
        self.recurrent_cell = Cell(feedback)

    @property
    def inputs(self):
        frames = (
            Port("previous", Role.NEIGHBOUR, offset=-1),
            Port("frame", Role.FRAME),
            Port("next", Role.NEIGHBOUR, offset=1),
        )
        last_result = (Port("previous_output", Role.PREVIOUS_OUTPUT, scale=SCALE),) if self.feedback else ()
        return frames + last_result + (Port("state", Role.HIDDEN_STATE, CHANNELS),)

    @property
    def outputs(self):
        picture = Port("output", Role.FRAME, scale=SCALE, feeds="previous_output" if self.feedback else None)
        return (picture, Port("next_state", Role.HIDDEN_STATE, CHANNELS, feeds="state"))

    def forward(self, previous, frame, following, *memory):
        """`memory` is the last result, where the cell sees it, and the state."""
        seen = [previous, frame, following]
        if self.feedback:
            seen.append(functional.pixel_unshuffle(memory[0], SCALE))
        seen.append(memory[-1])
        return self.recurrent_cell(torch.cat(seen, 1), frame)


def variant_of(tensors) -> dict:
    return {"feedback": tensors["recurrent_cell.conv_s1_first.0.weight"].shape[1] > 3 * FRAMES + CHANNELS}


register(Family("animesr", "recurrent_cell.conv_s1_first.0.weight", MultiScaleRecurrence, variant_of))
