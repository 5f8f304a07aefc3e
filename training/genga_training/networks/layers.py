"""Layers that several architectures share."""

import torch
from torch import nn
from torch.nn import functional


def conv3(inputs: int, outputs: int, stride: int = 1) -> nn.Conv2d:
    """3x3, as large as its input where the stride is 1."""
    return nn.Conv2d(inputs, outputs, 3, stride, padding=1)


def nearest(picture: torch.Tensor, scale: int) -> torch.Tensor:
    """Every pixel `scale` times in each direction."""
    return functional.interpolate(picture, scale_factor=scale, mode="nearest")


def bilinear(picture: torch.Tensor, scale: int) -> torch.Tensor:
    """`scale` times as large, corners not aligned."""
    return functional.interpolate(picture, scale_factor=scale, mode="bilinear", align_corners=False)


class ResidualBlock(nn.Module):
    """conv, ReLU, conv, added to what went in."""

    def __init__(self, channels: int):
        super().__init__()
        self.conv1 = conv3(channels, channels)
        self.conv2 = conv3(channels, channels)

    def forward(self, features):
        return features + self.conv2(functional.relu(self.conv1(features)))
