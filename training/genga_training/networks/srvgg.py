"""SRVGG compact, of Real-ESRGAN: a stack of 3x3 convolutions with PReLU at the picture's own size, then one pixel shuffle."""

from torch import nn
from torch.nn import functional

from genga_training.families import Family, register
from genga_training.network import Network
from genga_training.networks.layers import conv3, nearest


class Srvgg(Network):
    """`convolutions` counts those between the first and the last."""

    def __init__(self, convolutions: int, scale: int, channels: int = 64):
        super().__init__()
        self.scale = scale
        self.halo = convolutions + 2
        layers: list[nn.Module] = [conv3(3, channels), nn.PReLU(channels)]
        for _ in range(convolutions):
            layers += [conv3(channels, channels), nn.PReLU(channels)]
        layers.append(conv3(channels, 3 * scale**2))
        self.body = nn.Sequential(*layers)

    def forward(self, picture):
        return functional.pixel_shuffle(self.body(picture), self.scale) + nearest(picture, self.scale)


def variant_of(tensors) -> dict:
    last = max(int(name.split(".")[1]) for name in tensors if name.startswith("body."))
    planes = tensors[f"body.{last}.weight"].shape[0]
    scales = {3 * scale**2: scale for scale in (1, 2, 3, 4)}
    if planes not in scales:
        raise ValueError(f"body.{last} gives {planes} planes")
    channels = tensors["body.0.weight"].shape[0]
    return {"convolutions": last // 2 - 1, "scale": scales[planes], "channels": channels}


register(Family("srvgg", "body.1.weight", Srvgg, variant_of))
