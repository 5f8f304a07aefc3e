"""Compares our RealBasicVSR, and its five graphs, with that of the package mmagic, with random weights under the official names.

Usage: realbasicvsr_witness.py FOLDER

FOLDER holds the folder `mmagic` out of the wheel. Only its architecture is run, without the frameworks that it is written for.
"""

import importlib
import pathlib
import sys
import types

import torch
from torch import nn

from genga_training import bidirectional, pictures
from genga_training.networks.realbasicvsr import CHANNELS, RealBasicVsr

MOST_DIFFERENCE = 1e-5
FRAMES = 5
#: Height and width: SPyNet's multiple of 32 in one direction, and no multiple of anything in the other.
SIZE = (64, 75)


class ConvModule(nn.Module):
    """A convolution with or without ReLU, as mmcv names its parts."""

    def __init__(self, in_channels, out_channels, kernel_size, stride, padding, norm_cfg, act_cfg):
        super().__init__()
        self.conv = nn.Conv2d(in_channels, out_channels, kernel_size, stride, padding)
        self.rectified = act_cfg is not None

    def forward(self, features):
        features = self.conv(features)
        return features.relu() if self.rectified else features


class Registry:
    def register_module(self):
        return lambda registered: registered


def make_layer(block, count, **settings):
    return nn.Sequential(*(block(**settings) for _ in range(count)))


def module(name: str, **content):
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(content)
    return sys.modules[name]


def package(name: str, folder: pathlib.Path, **content):
    """One whose files can be imported, but which runs nothing of its own."""
    module(name, **content).__path__ = [str(folder.joinpath(*name.split(".")))]


def witness(folder: pathlib.Path) -> nn.Module:
    module("mmcv")
    module("mmcv.cnn", ConvModule=ConvModule)
    module("mmengine", MMLogger=None, print_log=None)
    module("mmengine.model", BaseModule=nn.Module)
    module("mmengine.runner", load_checkpoint=None)
    for name in ("mmagic", "mmagic.models", "mmagic.models.editors"):
        package(name, folder)
    for name in ("basicvsr", "real_basicvsr"):
        package(f"mmagic.models.editors.{name}", folder)
    module("mmagic.registry", MODELS=Registry())
    # Weights are loaded, so how they are drawn does not matter.
    package("mmagic.models.utils", folder, make_layer=make_layer, default_init_weights=lambda *_: None)
    sys.modules["mmagic.models.utils"].flow_warp = importlib.import_module("mmagic.models.utils.flow_warp").flow_warp
    package("mmagic.models.archs", folder)
    archs = sys.modules["mmagic.models.archs"]
    archs.ResidualBlockNoBN = importlib.import_module("mmagic.models.archs.sr_backbone").ResidualBlockNoBN
    archs.PixelShufflePack = importlib.import_module("mmagic.models.archs.upsample").PixelShufflePack
    return importlib.import_module("mmagic.models.editors.real_basicvsr.real_basicvsr_net").RealBasicVSRNet().eval()


def main(folder: pathlib.Path):
    torch.manual_seed(4)
    network = RealBasicVsr(20, 20).eval().requires_grad_(False)
    theirs = witness(folder).requires_grad_(False)
    theirs.load_state_dict(network.state_dict())
    frames = [torch.from_numpy(frame) for frame in pictures.drawn(*SIZE, FRAMES)]
    film = torch.cat(frames)
    expected = theirs(film[None])[0]
    graphs = {role: lambda values, graph=graph: [graph(*values)] for role, graph in network.graphs.items()}
    for name, found in (("over the film", network(film)), ("as five graphs", torch.cat(bidirectional.run(graphs, frames, CHANNELS)))):
        worst = float((expected - found).abs().max())
        print(f"RealBasicVSR {name}: {FRAMES} frames at most {worst:.1e} apart, which spread by {float(expected.std()):.2f}")
        if not worst <= MOST_DIFFERENCE:
            raise SystemExit(f"{worst:.1e} is more than {MOST_DIFFERENCE:.1e}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(pathlib.Path(sys.argv[1]))
