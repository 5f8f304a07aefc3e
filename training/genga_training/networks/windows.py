"""Windows that attention is confined to. All sizes but theirs are taken from the tensors at hand, so that any height, width and batch is right."""

import torch

MASKED = -100.0


def windows(features, height: int, width: int):
    """[batch, rows, columns, channels] to [batch * windows, height * width, channels]."""
    batch, rows, columns, channels = features.shape
    split = features.reshape(batch, rows // height, height, columns // width, width, channels)
    return split.transpose(2, 3).reshape(-1, height * width, channels)


def whole(parts, height: int, width: int, rows, columns):
    """What `windows` has split."""
    channels = parts.shape[2]
    split = parts.reshape(-1, rows // height, columns // width, height, width, channels)
    return split.transpose(2, 3).reshape(-1, rows, columns, channels)


def shift_mask(height: int, width: int, rows, columns, like):
    """[windows, tokens, tokens]: keeps apart what a cyclic shift by half a window has brought together from opposite edges."""

    def bands(length, window):
        place = torch.arange(length, device=like.device)
        return (place >= length - window).long() + (place >= length - window // 2).long()

    region = 3 * bands(rows, height)[:, None] + bands(columns, width)[None, :]
    region = windows(region[None, :, :, None], height, width)
    return torch.where(region != region.transpose(1, 2), MASKED, 0.0).to(like.dtype)


def apart(logits, mask):
    """Attention [windows, heads, tokens, tokens] under `shift_mask`."""
    # The batch is what remains, so it is right whatever its size.
    per_picture = logits.reshape(-1, mask.shape[0], *logits.shape[1:]) + mask[:, None]
    return per_picture.reshape(-1, *logits.shape[1:])
