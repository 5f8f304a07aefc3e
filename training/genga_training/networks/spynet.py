"""SPyNet (Ranjan and Black, 2017): optical flow from coarse to fine, and the warping that follows it."""

import torch
from torch import nn
from torch.nn import functional

#: Statistics of ImageNet.
MEAN, DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
LEVELS = 6
#: Sides of the finest level are multiples of this, so that each level halves them.
MULTIPLE = 2 ** (LEVELS - 1)
WIDTHS = (8, 32, 64, 32, 16, 2)


def warp(features, flow, padding: str):
    """`features` at the places that `flow` [batch, 2, rows, columns] leads to from each pixel: pixels right, then pixels down."""
    places = [_place(flow[:, number], axis) for number, axis in enumerate((2, 1))]
    return functional.grid_sample(
        features, torch.stack(places, -1), mode="bilinear", padding_mode=padding, align_corners=True
    )


def _place(shift, axis: int):
    """[batch, rows, columns]: -1 at the first pixel's centre along this axis, 1 at the last one's."""
    step = torch.arange(shift.shape[axis], dtype=shift.dtype, device=shift.device)
    # Taken from the tensor, since a side of one pixel would make a constant of it in the exported graph.
    last = step[-1:].clamp(min=1)
    start = step[:, None] if axis == 1 else step[None, :]
    return 2 * (start + shift) / last - 1


def padded(length):
    return (length + MULTIPLE - 1) // MULTIPLE * MULTIPLE


def resized(picture, rows, columns):
    return functional.interpolate(picture, size=(rows, columns), mode="bilinear", align_corners=False)


class Convolution(nn.Module):
    """A layer under the name that checkpoints give it."""

    def __init__(self, inputs: int, outputs: int):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, 7, padding=3)

    def forward(self, features):
        return self.conv(features)


class Level(nn.Module):
    """What is to be added to the flow of the level below."""

    def __init__(self):
        super().__init__()
        layers: list[nn.Module] = []
        for inputs, outputs in zip(WIDTHS, WIDTHS[1:]):
            layers += [Convolution(inputs, outputs)]
        self.basic_module = nn.Sequential(*layers)

    def forward(self, features):
        for layer in self.basic_module[:-1]:
            features = functional.relu(layer(features))
        return self.basic_module[-1](features)


class SpyNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.basic_module = nn.ModuleList(Level() for _ in range(LEVELS))
        self.register_buffer("mean", torch.tensor(MEAN).reshape(1, 3, 1, 1))
        self.register_buffer("std", torch.tensor(DEVIATION).reshape(1, 3, 1, 1))

    def forward(self, reference, supporting):
        """[batch, 2, rows, columns], in pixels: where in `supporting` each pixel of `reference` is."""
        rows, columns = reference.shape[2:]
        larger = padded(rows), padded(columns)
        flow = resized(self._flow(resized(reference, *larger), resized(supporting, *larger)), rows, columns)
        return torch.cat((flow[:, :1] * (columns / larger[1]), flow[:, 1:] * (rows / larger[0])), 1)

    def _flow(self, reference, supporting):
        references, supportings = self._pyramid(reference), self._pyramid(supporting)
        flow = torch.zeros_like(references[0][:, :2])
        for number, level in enumerate(self.basic_module):
            if number:
                flow = 2 * functional.interpolate(flow, scale_factor=2, mode="bilinear", align_corners=True)
            seen = warp(supportings[number], flow, "border")
            flow = flow + level(torch.cat((references[number], seen, flow), 1))
        return flow

    def _pyramid(self, picture):
        """From coarse to fine."""
        levels = [(picture - self.mean) / self.std]
        for _ in range(LEVELS - 1):
            levels.insert(0, functional.avg_pool2d(levels[0], 2))
        return levels
