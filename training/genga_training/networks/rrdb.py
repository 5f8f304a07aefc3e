"""RRDB: residual in residual dense blocks, of ESRGAN (Wang et al., 2018).

As Real-ESRGAN, BSRGAN and APISR train it: no normalisation, LeakyReLU of slope 0.2, residuals scaled by 0.2.
"""

import re

import torch
from torch import nn
from torch.nn import functional

from genga_training.families import Family, register
from genga_training.network import Network
from genga_training.networks.layers import conv3, nearest

CHANNELS = 64
GROWTH = 32
RESIDUAL_SCALE = 0.2
#: Farther pixels hardly count: tiles of a drawn film are within 67 dB of the whole picture with 6 blocks, 50 dB with 23.
MOST_HALO = 32
#: The widest tensors, 64 planes at four times the size in each direction, then take 0.27 GB each.
LARGEST_TILE = 256 * 256

#: How ESRGAN and BSRGAN name what Real-ESRGAN names otherwise.
ESRGAN_NAMES = {"trunk_conv": "conv_body", "upconv1": "conv_up1", "upconv2": "conv_up2", "HRconv": "conv_hr"}


def lrelu(features):
    return functional.leaky_relu(features, 0.2)


class DenseBlock(nn.Module):
    def __init__(self):
        super().__init__()
        for number in range(1, 6):
            inputs = CHANNELS + (number - 1) * GROWTH
            setattr(self, f"conv{number}", conv3(inputs, GROWTH if number < 5 else CHANNELS))

    def forward(self, features):
        known = features
        for convolution in (self.conv1, self.conv2, self.conv3, self.conv4):
            known = torch.cat((known, lrelu(convolution(known))), 1)
        return features + RESIDUAL_SCALE * self.conv5(known)


class ResidualInResidual(nn.Module):
    def __init__(self):
        super().__init__()
        self.rdb1, self.rdb2, self.rdb3 = DenseBlock(), DenseBlock(), DenseBlock()

    def forward(self, features):
        return features + RESIDUAL_SCALE * self.rdb3(self.rdb2(self.rdb1(features)))


class Rrdb(Network):
    """`unshuffle` pixels of the picture in each direction become channels first; then it is made `upsampling` times as large."""

    def __init__(self, blocks: int, unshuffle: int = 1, upsampling: int = 4):
        super().__init__()
        if upsampling not in (2, 4) or upsampling % unshuffle:
            raise ValueError(f"{unshuffle} pixels as channels, then {upsampling} times as large")
        self.unshuffle = self.padding_multiple = self.tile_alignment = unshuffle
        self.scale = upsampling // unshuffle
        self.halo = min((15 * blocks + 2) * unshuffle, MOST_HALO)
        self.largest_tile = LARGEST_TILE * unshuffle**2
        self.conv_first = conv3(3 * unshuffle**2, CHANNELS)
        self.body = nn.Sequential(*(ResidualInResidual() for _ in range(blocks)))
        self.conv_body = conv3(CHANNELS, CHANNELS)
        self.conv_up1 = conv3(CHANNELS, CHANNELS)
        self.conv_up2 = conv3(CHANNELS, CHANNELS) if upsampling == 4 else None
        self.conv_hr = conv3(CHANNELS, CHANNELS)
        self.conv_last = conv3(CHANNELS, 3)

    def forward(self, picture):
        if self.unshuffle > 1:
            picture = functional.pixel_unshuffle(picture, self.unshuffle)
        first = self.conv_first(picture)
        features = first + self.conv_body(self.body(first))
        features = lrelu(self.conv_up1(nearest(features, 2)))
        if self.conv_up2 is not None:
            features = lrelu(self.conv_up2(nearest(features, 2)))
        return self.conv_last(lrelu(self.conv_hr(features)))


def rename(name: str) -> str:
    """From ESRGAN's names to Real-ESRGAN's."""
    name = re.sub(r"^RRDB_trunk\.(\d+)\.RDB(\d)\.", r"body.\1.rdb\2.", name)
    layer, dot, rest = name.partition(".")
    return ESRGAN_NAMES.get(layer, layer) + dot + rest


def variant_of(tensors) -> dict:
    planes = tensors["conv_first.weight"].shape[1]
    unshuffle = {3: 1, 12: 2, 48: 4}.get(planes)
    if unshuffle is None:
        raise ValueError(f"conv_first takes {planes} planes")
    blocks = {name.split(".")[1] for name in tensors if name.startswith("body.")}
    return {
        "blocks": len(blocks),
        "unshuffle": unshuffle,
        "upsampling": 4 if "conv_up2.weight" in tensors else 2,
    }


register(Family("rrdb", "body.0.rdb1.conv1.weight", Rrdb, variant_of, rename))
