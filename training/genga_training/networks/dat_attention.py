"""The two kinds of attention of DAT, each beside a convolution."""

import torch
from torch import nn
from torch.nn import functional

from genga_training.networks.windows import apart, shift_mask, whole, windows

#: A block hides the means that it takes over the picture in so few channels, as parts of all of them.
CHANNEL_SQUEEZE, SPATIAL_SQUEEZE = 8, 16


def distances(height: int, width: int):
    """[(2 height - 1) (2 width - 1), 2]: all distances within a window, in pixels, rows first."""
    steps = [torch.arange(1 - side, side, dtype=torch.float32) for side in (height, width)]
    return torch.stack(torch.meshgrid(*steps, indexing="ij"), -1).reshape(-1, 2)


def distance_index(height: int, width: int):
    """[tokens, tokens]: where `distances` holds that of a pair of pixels of a window."""
    places = torch.stack(torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij"), -1).reshape(-1, 2)
    distance = places[:, None] - places[None, :] + torch.tensor((height - 1, width - 1))
    return distance[..., 0] * (2 * width - 1) + distance[..., 1]


def planar(tokens, rows, columns):
    """[batch, pixels, channels] to [batch, channels, rows, columns]."""
    return tokens.transpose(1, 2).reshape(-1, tokens.shape[2], rows, columns)


def flat(features):
    """What `planar` has made."""
    return features.flatten(2).transpose(1, 2)


def step(channels: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(nn.LayerNorm(channels), nn.ReLU(), nn.Linear(channels, outputs))


class PositionBias(nn.Module):
    """The bias of each head, learned from distances."""

    def __init__(self, channels: int, heads: int):
        super().__init__()
        self.pos_proj = nn.Linear(2, channels)
        self.pos1, self.pos2, self.pos3 = step(channels, channels), step(channels, channels), step(channels, heads)

    def forward(self, distance):
        return self.pos3(self.pos2(self.pos1(self.pos_proj(distance))))


class WindowAttention(nn.Module):
    """Among the pixels of windows, which may be shifted by half their sides."""

    def __init__(self, channels: int, heads: int, window: tuple[int, int], shifted: bool):
        super().__init__()
        self.heads, self.window, self.shifted = heads, window, shifted
        self.scale = (channels // heads) ** -0.5
        self.pos = PositionBias(channels // 4 // 4, heads)
        # Official checkpoints hold it, and it tells the window's sides.
        self.register_buffer("rpe_biases", distances(*window))
        self.register_buffer("index", distance_index(*window), persistent=False)

    def bias(self):
        """[heads, tokens, tokens]."""
        return self.pos(self.rpe_biases)[self.index].permute(2, 0, 1)

    def forward(self, projected):
        """`projected` is query, key and value, each [batch, rows, columns, channels]; rows and columns fill whole windows."""
        _, rows, columns, channels = projected[0].shape
        height, width = self.window
        shift = (height // 2, width // 2)
        mask = shift_mask(height, width, rows, columns, projected[0]) if self.shifted else None
        query, key, value = (self._split(part.roll((-shift[0], -shift[1]), (1, 2)) if self.shifted else part) for part in projected)
        logits = self.scale * query @ key.transpose(-2, -1) + self.bias()
        if mask is not None:
            logits = apart(logits, mask)
        attended = (logits.softmax(-1) @ value).transpose(1, 2).reshape(-1, height * width, channels)
        attended = whole(attended, height, width, rows, columns)
        return attended.roll(shift, (1, 2)) if self.shifted else attended

    def _split(self, part):
        """To [windows, heads, tokens, channels / heads]."""
        parts = windows(part, *self.window)
        return parts.reshape(-1, parts.shape[1], self.heads, parts.shape[2] // self.heads).transpose(1, 2)


class Interaction(nn.Module):
    """What the two kinds of blocks share: a convolution beside attention, each weighed by what the other has found."""

    def __init__(self, channels: int):
        super().__init__()
        self.qkv = nn.Linear(channels, 3 * channels)
        self.proj = nn.Linear(channels, channels)
        self.dwconv = nn.Sequential(
            nn.Conv2d(channels, channels, 3, padding=1, groups=channels), nn.BatchNorm2d(channels), nn.GELU()
        )
        fewer = channels // CHANNEL_SQUEEZE
        self.channel_interaction = nn.Sequential(
            nn.AdaptiveAvgPool2d(1), nn.Conv2d(channels, fewer, 1), nn.BatchNorm2d(fewer), nn.GELU(), nn.Conv2d(fewer, channels, 1)
        )
        fewer = channels // SPATIAL_SQUEEZE
        self.spatial_interaction = nn.Sequential(
            nn.Conv2d(channels, fewer, 1), nn.BatchNorm2d(fewer), nn.GELU(), nn.Conv2d(fewer, 1, 1)
        )

    def joined(self, by_channel, by_place):
        """Both [batch, channels, rows, columns]: the first is weighed channel by channel, the second place by place."""
        weights = self.channel_interaction(by_place).sigmoid(), self.spatial_interaction(by_channel).sigmoid()
        return self.proj(flat(by_channel * weights[0] + by_place * weights[1]))


class SpatialAttention(Interaction):
    """Half of the channels in windows that lie, half in windows that stand."""

    def __init__(self, channels: int, heads: int, window: tuple[int, int], shifted: bool):
        super().__init__(channels)
        self.side = max(window)
        self.attns = nn.ModuleList(
            WindowAttention(channels // 2, heads // 2, sides, shifted) for sides in (window, (window[1], window[0]))
        )

    def forward(self, tokens, rows, columns):
        query, key, value = self.qkv(tokens).chunk(3, -1)
        missing = [(self.side - length % self.side) % self.side for length in (rows, columns)]
        padded = [self._padded(part, rows, columns, missing).chunk(2, -1) for part in (query, key, value)]
        halves = [attention([part[number] for part in padded]) for number, attention in enumerate(self.attns)]
        attended = torch.cat(halves, -1)[:, :rows, :columns].permute(0, 3, 1, 2)
        return self.joined(attended, self.dwconv(planar(value, rows, columns)))

    @staticmethod
    def _padded(part, rows, columns, missing):
        part = part.reshape(-1, rows, columns, part.shape[2])
        return functional.pad(part, (0, 0, 0, missing[1], 0, missing[0]))


class ChannelAttention(Interaction):
    """Each channel of a head sees the others, over the whole picture."""

    def __init__(self, channels: int, heads: int):
        super().__init__(channels)
        self.heads = heads
        self.temperature = nn.Parameter(torch.ones(heads, 1, 1))

    def forward(self, tokens, rows, columns):
        query, key, value = self.qkv(tokens).transpose(1, 2).chunk(3, 1)
        split = [part.reshape(-1, self.heads, part.shape[1] // self.heads, part.shape[2]) for part in (query, key, value)]
        query_, key_ = (functional.normalize(part, dim=-1) for part in split[:2])
        attended = (query_ @ key_.transpose(-2, -1) * self.temperature).softmax(-1) @ split[2]
        attended = attended.reshape(-1, tokens.shape[2], rows, columns)
        convolved = self.dwconv(value.reshape(-1, tokens.shape[2], rows, columns))
        return self.joined(convolved, attended)
