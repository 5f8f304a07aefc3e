"""The architectures against an independent implementation, spandrel, from checkpoints under their official names."""

import re

import pytest
import spandrel
import torch
from conftest import livelier
from spandrel.architectures.DAT import DAT as WitnessDat
from spandrel.architectures.GRL import GRL as WitnessGrl

from genga_training import families, loading
from genga_training.networks.animesr import MultiScaleRecurrence
from genga_training.networks.dat import RECOMPUTED as DAT_RECOMPUTED
from genga_training.networks.dat import Dat
from genga_training.networks.grl import RECOMPUTED, Grl
from genga_training.networks.realbasicvsr import RealBasicVsr
from genga_training.networks.rrdb import Rrdb
from genga_training.networks.srvgg import Srvgg

#: How BSRGAN and ESRGAN name what Real-ESRGAN names otherwise.
BSRGAN_NAMES = (
    ("conv_body", "trunk_conv"),
    ("body.", "RRDB_trunk."),
    (".rdb", ".RDB"),
    ("conv_up", "upconv"),
    ("conv_hr", "HRconv"),
)


def official(family, tensors):
    """The network that these tensors are loaded into."""
    chosen = families.named(family)
    return loading.load(tensors, chosen, loading.variant(tensors, chosen, None, "net.pth"), "net.pth")


def in_bsrgan_names(tensors):
    renamed = {}
    for name, tensor in tensors.items():
        for ours, theirs in BSRGAN_NAMES:
            name = name.replace(ours, theirs)
        renamed[name] = tensor
    return renamed


def witness(tensors):
    return spandrel.ModelLoader(device="cpu").load_from_state_dict(dict(tensors)).model.eval()


def assert_equal(network, witness_, height=16, width=24, batch=1):
    picture = torch.rand(batch, 3, height, width)
    with torch.inference_mode():
        expected = witness_(picture)
        torch.testing.assert_close(network(picture), expected, rtol=1e-5, atol=1e-5)
    assert expected.std() > 0.01


@pytest.mark.parametrize("unshuffle", [1, 2])
@pytest.mark.parametrize("names", ["Real-ESRGAN", "BSRGAN"])
def test_rrdb_is_what_spandrel_makes_of_it(unshuffle, names):
    tensors = livelier(Rrdb(2, unshuffle)).state_dict()
    if names == "BSRGAN":
        tensors = in_bsrgan_names(tensors)

    network = official("rrdb", tensors)

    assert network.scale == 4 // unshuffle
    assert_equal(network, witness(tensors))


def test_bsrgan_x2_has_one_step_of_upsampling():
    tensors = in_bsrgan_names(livelier(Rrdb(1, upsampling=2)).state_dict())

    network = official("rrdb", tensors)

    assert network.scale == 2 and "upconv2.weight" not in tensors
    assert network(torch.rand(1, 3, 5, 7)).shape == (1, 3, 10, 14)
    assert_equal(network, witness(tensors))


@pytest.mark.parametrize("scale", [2, 4])
def test_srvgg_is_what_spandrel_makes_of_it(scale):
    tensors = livelier(Srvgg(4, scale)).state_dict()

    assert_equal(official("srvgg", tensors), witness(tensors), 15, 22)


def test_grl_is_what_spandrel_makes_of_it():
    """As APISR configures it; spandrel cannot see that in a checkpoint, so it is told."""
    tensors = livelier(Grl()).state_dict()
    told = WitnessGrl(
        upscale=4,
        img_size=64,
        in_channels=3,
        embed_dim=64,
        upsampler="nearest+conv",
        depths=[4] * 4,
        num_heads_window=[2] * 4,
        num_heads_stripe=[2] * 4,
        window_size=8,
        stripe_size=[8, 8],
        stripe_groups=[None, None],
        stripe_shift=False,
        mlp_ratio=2,
        qkv_proj_type="linear",
        anchor_proj_type="avgpool",
        anchor_window_down_factor=2,
        out_proj_type="linear",
        conv_type="1conv",
    ).eval()
    told.load_state_dict(tensors)

    assert_equal(official("grl", tensors), told)


def small_dat(window=(8, 16), scale=4):
    """Two groups of four blocks, so that there are shifted windows in both places where they may be."""
    return Dat(2, 4, 36, 6, window, 2, scale)


def with_statistics(network):
    """Random ones, as training leaves them where normalisation is by batch."""
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.running_mean.normal_(0, 0.1)
            module.running_var.uniform_(0.5, 1.5)
    return network


@pytest.mark.parametrize("size", [(16, 32), (21, 35), (64, 64)])
def test_dat_is_what_spandrel_makes_of_it(size):
    """At sizes that fill the windows and others, and at the one whose masks official checkpoints hold."""
    tensors = with_statistics(livelier(small_dat())).state_dict()
    told = WitnessDat(
        img_size=64,
        embed_dim=36,
        split_size=[8, 16],
        depth=[4, 4],
        num_heads=[6, 6],
        expansion_factor=2,
        resi_connection="1conv",
        upsampler="pixelshuffledirect",
        upscale=4,
    ).eval()
    masks = {name: tensor for name, tensor in told.state_dict().items() if re.fullmatch(DAT_RECOMPUTED, name)}
    told.load_state_dict({**tensors, **masks})
    official_checkpoint = {**masks, **told.state_dict()}

    network = official("dat", official_checkpoint)

    assert len(masks) == 2 * 2 * (2 + 1) and set(official_checkpoint) == set(told.state_dict())
    assert_equal(network, told, *size)


def test_the_variant_of_dat_is_read_off_its_tensors():
    found = families.named("dat").variant_of(small_dat((4, 8), 2).state_dict())

    assert found == {"groups": 2, "depth": 4, "channels": 36, "heads": 6, "window": [4, 8], "expansion": 2, "scale": 2}


@pytest.mark.parametrize("build", [Grl, small_dat])
def test_batches_through_windows_are_what_each_picture_gives_alone(build):
    network = livelier(build())
    pictures = torch.rand(3, 3, 16, 24)

    with torch.inference_mode():
        alone = torch.cat([network(picture[None]) for picture in pictures])
        torch.testing.assert_close(network(pictures), alone, rtol=1e-5, atol=1e-5)


def test_buffers_of_official_grl_checkpoints_are_ignored():
    stale = ["table_w", "table_sh", "table_sv", "index_w", "mask_w"]
    stale += [f"{kind}_{way}_{to}" for kind in ("index", "mask") for way in ("sh", "sv") for to in ("a2w", "w2a")]
    tensors = dict(Grl().state_dict())

    assert len(stale) == 13 and len(tensors) == 442
    official("grl", {**tensors, **{name: torch.ones(2, 2) for name in stale}})
    assert not any(re.fullmatch(RECOMPUTED, name) for name in tensors)


@pytest.mark.parametrize(
    "network, parameters",
    [
        (Rrdb(6), 4_467_779),
        (Rrdb(6, 2), 4_472_963),
        (Rrdb(23), 16_697_987),
        (Rrdb(23, 2), 16_703_171),
        (Rrdb(23, upsampling=2), 16_661_059),
        (Srvgg(16, 4), 621_424),
        (Srvgg(32, 4), 1_213_296),
        (Grl(), 1_027_939),
        (Dat(6, 6, 180, 6, (8, 16), 2, 4), 10_889_040),
        (RealBasicVsr(20, 20), 6_294_834),
        (MultiScaleRecurrence(True), 1_495_376),
        (MultiScaleRecurrence(False), 1_467_728),
    ],
)
def test_as_many_numbers_are_trained_as_officially(network, parameters):
    assert sum(parameter.numel() for parameter in network.parameters()) == parameters
