"""GRL (Li et al., 2023) as APISR configures it ("tiny2"): window attention beside anchored stripe attention, where stripes are windows.

Every size of window is taken from the tensors at hand, none from the first trace, so that any height, width and batch is right.
"""

import math

import torch
from torch import nn
from torch.nn import functional

from genga_training.families import Family, register
from genga_training.network import Network
from genga_training.networks.layers import conv3, nearest
from genga_training.networks.windows import apart, shift_mask, whole, windows

CHANNELS = 64
BRANCH = CHANNELS // 2
HEADS = 2
STAGES = 4
BLOCKS = 4
WINDOW = 8
ANCHOR = 4
SHIFT = WINDOW // 2
MEAN = (0.4488, 0.4371, 0.4040)
BIAS_PEAK = 16
BIAS_HIDDEN = 512


def coordinates(furthest: int):
    """[steps, steps, 2]: distances from -furthest to furthest, logarithmically spaced, log2(9)/3 at the ends."""
    distance = torch.arange(-furthest, furthest + 1, dtype=torch.float32) / furthest * 8
    spaced = distance.sign() * torch.log2(distance.abs() + 1) / math.log2(8)
    return torch.stack(torch.meshgrid(spaced, spaced, indexing="ij"), -1)


def distance_index(queries: int, keys: int):
    """[queries², keys²]: where the table of `queries + keys - 1` steps holds the bias of a pair of places in two windows."""

    def places(side):
        place = torch.arange(side)
        return torch.stack(torch.meshgrid(place, place, indexing="ij"), -1).reshape(-1, 2)

    distance = places(queries)[:, None] - places(keys)[None, :] + keys - 1
    return distance[..., 0] * (queries + keys - 1) + distance[..., 1]


class Attention(nn.Module):
    """Cosine attention with a learned temperature, and a bias learned from distances."""

    def __init__(self, queries: int, keys: int, furthest: int):
        super().__init__()
        self.logit_scale = nn.Parameter(torch.zeros(HEADS, 1, 1))
        self.cpb_mlp = nn.Sequential(
            nn.Linear(2, BIAS_HIDDEN), nn.ReLU(), nn.Linear(BIAS_HIDDEN, HEADS, bias=False)
        )
        self.register_buffer("distances", coordinates(furthest), persistent=False)
        self.register_buffer("index", distance_index(queries, keys), persistent=False)

    def bias(self):
        """[heads, queries, keys]."""
        table = self.cpb_mlp(self.distances).reshape(-1, HEADS)
        return BIAS_PEAK * torch.sigmoid(table[self.index].permute(2, 0, 1))

    def forward(self, query, key, value, mask=None):
        """Each [windows, heads, tokens, channels], the mask [windows of one picture, tokens, tokens]."""
        logits = functional.normalize(query, dim=-1) @ functional.normalize(key, dim=-1).transpose(-2, -1)
        logits = logits * self.logit_scale.clamp(max=math.log(100)).exp() + self.bias()
        if mask is not None:
            logits = apart(logits, mask)
        return logits.softmax(-1) @ value


def heads(parts, count: int):
    """[windows, tokens, count * channels] to `count` tensors [windows, heads, tokens, channels / heads]."""
    split = parts.reshape(-1, parts.shape[1], count, HEADS, BRANCH // HEADS)
    return split.permute(2, 0, 3, 1, 4).unbind(0)


def merged(attended):
    """[windows, heads, tokens, channels / heads] to [windows, tokens, channels]."""
    return attended.transpose(1, 2).reshape(-1, attended.shape[2], BRANCH)


class WindowAttention(nn.Module):
    def __init__(self, shifted: bool):
        super().__init__()
        self.shifted = shifted
        self.attn_transform = Attention(WINDOW, WINDOW, WINDOW - 1)

    def forward(self, projected):
        _, height, width, _ = projected.shape
        mask = None
        if self.shifted:
            projected = projected.roll((-SHIFT, -SHIFT), (1, 2))
            mask = shift_mask(WINDOW, WINDOW, height, width, projected)
        query, key, value = heads(windows(projected, WINDOW, WINDOW), 3)
        attended = whole(merged(self.attn_transform(query, key, value, mask)), WINDOW, WINDOW, height, width)
        return attended.roll((SHIFT, SHIFT), (1, 2)) if self.shifted else attended


class StripeAttention(nn.Module):
    """Anchors, fewer than pixels, gather from a window and give back to it."""

    def __init__(self):
        super().__init__()
        furthest = (WINDOW + ANCHOR) // 2 - 1
        self.attn_transform1 = Attention(ANCHOR, WINDOW, furthest)
        self.attn_transform2 = Attention(WINDOW, ANCHOR, furthest)

    def forward(self, projected, anchors):
        _, height, width, _ = projected.shape
        query, key, value = heads(windows(projected, WINDOW, WINDOW), 3)
        (anchor,) = heads(windows(anchors, ANCHOR, ANCHOR), 1)
        gathered = self.attn_transform1(anchor, key, value)
        return whole(merged(self.attn_transform2(query, anchor, gathered)), WINDOW, WINDOW, height, width)


class Body(nn.Module):
    """A layer under the name that checkpoints give it."""

    def __init__(self, body: nn.Module):
        super().__init__()
        self.body = body

    def forward(self, features):
        return self.body(features)


class AnchorProjection(nn.Module):
    def __init__(self):
        super().__init__()
        self.reduction = nn.Linear(CHANNELS, BRANCH)

    def forward(self, features):
        smaller = functional.avg_pool2d(features.permute(0, 3, 1, 2), WINDOW // ANCHOR)
        return self.reduction(smaller.permute(0, 2, 3, 1))


class MixedAttention(nn.Module):
    def __init__(self, shifted: bool):
        super().__init__()
        self.qkv = Body(nn.Linear(CHANNELS, 3 * CHANNELS))
        self.anchor = Body(nn.Sequential(AnchorProjection()))
        self.window_attn = WindowAttention(shifted)
        self.stripe_attn = StripeAttention()
        self.proj = nn.Linear(CHANNELS, CHANNELS)

    def forward(self, features):
        window, stripe = self.qkv(features).chunk(2, -1)
        attended = (self.window_attn(window), self.stripe_attn(stripe, self.anchor(features)))
        return self.proj(torch.cat(attended, -1))


class Mlp(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(CHANNELS, 2 * CHANNELS)
        self.fc2 = nn.Linear(2 * CHANNELS, CHANNELS)

    def forward(self, features):
        return self.fc2(functional.gelu(self.fc1(features)))


class Block(nn.Module):
    """Normalised after attention and after the MLP."""

    def __init__(self, shifted: bool):
        super().__init__()
        self.attn = MixedAttention(shifted)
        self.norm1 = nn.LayerNorm(CHANNELS)
        self.mlp = Mlp()
        self.norm2 = nn.LayerNorm(CHANNELS)

    def forward(self, features):
        features = features + self.norm1(self.attn(features))
        return features + self.norm2(self.mlp(features))


def planar(convolution, features):
    """A convolution of features whose channels come last."""
    return convolution(features.permute(0, 3, 1, 2)).permute(0, 2, 3, 1)


class Stage(nn.Module):
    def __init__(self):
        super().__init__()
        self.blocks = nn.Sequential(*(Block(shifted=number % 2 == 0) for number in range(BLOCKS)))
        self.conv = conv3(CHANNELS, CHANNELS)

    def forward(self, features):
        return features + planar(self.conv, self.blocks(features))


class Grl(Network):
    scale = 4
    padding_multiple = WINDOW
    tile_alignment = WINDOW
    #: At 24 pixels seams show, at 48 they are a thousandth of that (random weights).
    halo = 48
    #: It takes 16 GB per megapixel.
    largest_tile = 320 * 320

    def __init__(self):
        super().__init__()
        self.register_buffer("mean", torch.tensor(MEAN).reshape(1, 3, 1, 1), persistent=False)
        self.conv_first = conv3(3, CHANNELS)
        self.norm_start = nn.LayerNorm(CHANNELS)
        self.layers = nn.Sequential(*(Stage() for _ in range(STAGES)))
        self.norm_end = nn.LayerNorm(CHANNELS)
        self.conv_after_body = conv3(CHANNELS, CHANNELS)
        # The slope of the first is PyTorch's default, in APISR too.
        self.conv_before_upsample = nn.Sequential(conv3(CHANNELS, CHANNELS), nn.LeakyReLU(0.01))
        self.conv_up1 = conv3(CHANNELS, CHANNELS)
        self.conv_up2 = conv3(CHANNELS, CHANNELS)
        self.conv_hr = conv3(CHANNELS, CHANNELS)
        self.conv_last = conv3(CHANNELS, 3)

    def forward(self, picture):
        first = self.conv_first(picture - self.mean)
        tokens = self.norm_end(self.layers(self.norm_start(first.permute(0, 2, 3, 1))))
        features = first + self.conv_after_body(tokens.permute(0, 3, 1, 2))
        features = self.conv_before_upsample(features)
        for convolution in (self.conv_up1, self.conv_up2):
            features = functional.leaky_relu(convolution(nearest(features, 2)), 0.2)
        return self.conv_last(functional.leaky_relu(self.conv_hr(features), 0.2)) + self.mean


#: Tables, indices and masks of one size, which official checkpoints hold.
RECOMPUTED = r"(table|index|mask)_(w|s[hv](_(a2w|w2a))?)"

register(Family("grl", "layers.0.blocks.0.attn.qkv.body.weight", Grl, lambda tensors: {}, recomputed=RECOMPUTED))
