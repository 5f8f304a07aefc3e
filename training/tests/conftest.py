"""Parts that the tests share: small networks with random weights, and their checkpoints."""

import os

import pytest
import torch

from genga_training import parity

torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))

#: Enough to see that no size is baked in, and quick.
QUICK_SIZES = ((16, 16), (21, 33))


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(parity, "SIZES", QUICK_SIZES)
    monkeypatch.setattr(parity, "HALF_PRECISION_SIZE", (16, 24))
    monkeypatch.setattr(parity, "FRAMES", 3)
    torch.manual_seed(20)


@pytest.fixture
def save(tmp_path):
    """Writes a checkpoint and returns its path."""

    def write(content, name="network.pth"):
        torch.save(content, tmp_path / name)
        return tmp_path / name

    return write


def livelier(network):
    """Random weights, larger than those that training begins with, so that every layer shows in the result."""
    for parameter in network.parameters():
        parameter.data.mul_(1.5)
    return network.eval().requires_grad_(False)
