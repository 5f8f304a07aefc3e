"""DAT (Chen et al., 2023): attention among the pixels of windows and attention among channels take turns, each beside a convolution.

Every size is taken from the tensors at hand, none from the first trace, so that any height, width and batch is right. Pictures whose
sides are no multiples of the windows' are filled up inside, with zeros, where the windows are made.
"""

import torch
from torch import nn
from torch.nn import functional

from genga_training.families import Family, register
from genga_training.network import Network
from genga_training.networks.dat_attention import ChannelAttention, Interaction, SpatialAttention, flat, planar
from genga_training.networks.layers import conv3

MEAN = (0.4488, 0.4371, 0.4040)


class Gate(nn.Module):
    """Half of the channels, convolved, times the other half."""

    def __init__(self, channels: int):
        super().__init__()
        self.norm = nn.LayerNorm(channels)
        self.conv = nn.Conv2d(channels, channels, 3, padding=1, groups=channels)

    def forward(self, tokens, rows, columns):
        kept, gate = tokens.chunk(2, -1)
        return kept * flat(self.conv(planar(self.norm(gate), rows, columns)))


class FeedForward(nn.Module):
    def __init__(self, channels: int, hidden: int):
        super().__init__()
        self.fc1 = nn.Linear(channels, hidden)
        self.sg = Gate(hidden // 2)
        self.fc2 = nn.Linear(hidden // 2, channels)

    def forward(self, tokens, rows, columns):
        return self.fc2(self.sg(functional.gelu(self.fc1(tokens)), rows, columns))


class Block(nn.Module):
    def __init__(self, channels: int, attention: Interaction, hidden: int):
        super().__init__()
        self.norm1 = nn.LayerNorm(channels)
        self.attn = attention
        self.ffn = FeedForward(channels, hidden)
        self.norm2 = nn.LayerNorm(channels)

    def forward(self, tokens, rows, columns):
        tokens = tokens + self.attn(self.norm1(tokens), rows, columns)
        return tokens + self.ffn(self.norm2(tokens), rows, columns)


class Group(nn.Module):
    def __init__(self, channels: int, blocks: list[Block]):
        super().__init__()
        self.blocks = nn.ModuleList(blocks)
        self.conv = conv3(channels, channels)

    def forward(self, tokens, rows, columns):
        changed = tokens
        for block in self.blocks:
            changed = block(changed, rows, columns)
        return tokens + flat(self.conv(planar(changed, rows, columns)))


def shifted(group: int, block: int) -> bool:
    """Every second of a group's blocks of windows, in odd groups the others."""
    return block % 4 == 0 if group % 2 else block > 0 and block % 4 == 2


class Dat(Network):
    """`depth` blocks in each of `groups` groups; `window` is the sides of those that lie."""

    #: Two windows; seams come from the means over the tile, whatever the halo.
    halo = 32
    #: Means over the whole picture weigh its channels.
    global_pooling = True
    #: It takes 12 GB per megapixel.
    largest_tile = 320 * 320

    def __init__(
        self, groups: int, depth: int, channels: int, heads: int, window: tuple[int, int] | list[int], expansion: int, scale: int
    ):
        super().__init__()
        window = (window[0], window[1])
        self.scale = scale
        self.tile_alignment = max(window)
        self.register_buffer("mean", torch.tensor(MEAN).reshape(1, 3, 1, 1), persistent=False)
        self.conv_first = conv3(3, channels)
        self.before_RG = nn.Sequential(nn.Identity(), nn.LayerNorm(channels))

        def attention(group, block):
            if block % 2:
                return ChannelAttention(channels, heads)
            return SpatialAttention(channels, heads, window, shifted(group, block))

        self.layers = nn.ModuleList(
            Group(channels, [Block(channels, attention(group, block), expansion * channels) for block in range(depth)])
            for group in range(groups)
        )
        self.norm = nn.LayerNorm(channels)
        self.conv_after_body = conv3(channels, channels)
        self.upsample = nn.Sequential(conv3(channels, 3 * scale**2), nn.PixelShuffle(scale))

    def forward(self, picture):
        rows, columns = picture.shape[2:]
        first = self.conv_first(picture - self.mean)
        tokens = self.before_RG(flat(first))
        for group in self.layers:
            tokens = group(tokens, rows, columns)
        features = first + self.conv_after_body(planar(self.norm(tokens), rows, columns))
        return self.upsample(features) + self.mean


def variant_of(tensors) -> dict:
    def count(prefix):
        return len({name.removeprefix(prefix).split(".")[0] for name in tensors if name.startswith(prefix)})

    channels = len(tensors["conv_first.bias"])
    attention = "layers.0.blocks.0.attn.attns.0."
    scales = {3 * scale**2: scale for scale in (1, 2, 3, 4)}
    planes = len(tensors["upsample.0.bias"])
    if planes not in scales:
        raise ValueError(f"upsample.0 gives {planes} planes")
    return {
        "groups": count("layers."),
        "depth": count("layers.0.blocks."),
        "channels": channels,
        "heads": 2 * len(tensors[f"{attention}pos.pos3.2.bias"]),
        "window": _window(tensors[f"{attention}rpe_biases"]),
        "expansion": len(tensors["layers.0.blocks.0.ffn.fc1.bias"]) // channels,
        "scale": scales[planes],
    }


def _window(distance) -> list[int]:
    """The largest distance within a window is its side less one."""
    return [int(side) + 1 for side in distance.amax(0)]


#: Indices, and masks of one size, which official checkpoints hold.
RECOMPUTED = r".*\.attn\.(attns\.\d\.relative_position_index|attn_mask_\d)"

register(Family("dat", "layers.0.blocks.0.attn.attns.0.pos.pos_proj.weight", Dat, variant_of, recomputed=RECOMPUTED))
