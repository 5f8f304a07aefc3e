"""Checkpoints that are not of the network that they are said to be of: the first mismatch is named."""

import pytest
import torch

from genga_training import families, loading
from genga_training.networks.rrdb import Rrdb
from genga_training.networks.srvgg import Srvgg
from genga_training.refusal import Refused

RRDB = families.named("rrdb")


def load(tensors, family=RRDB, variant=None):
    return loading.load(tensors, family, loading.variant(tensors, family, variant, "net.pth"), "net.pth")


def tensors_of(network):
    return dict(network.state_dict())


def test_a_missing_tensor_is_named():
    tensors = tensors_of(Rrdb(1))
    del tensors["conv_hr.bias"]

    with pytest.raises(Refused, match="net.pth lacks the tensor 'conv_hr.bias' of rrdb"):
        load(tensors)


def test_one_too_many_is_named():
    with pytest.raises(Refused, match="net.pth has the tensor 'extra.weight', which rrdb has not"):
        load({**tensors_of(Rrdb(1)), "extra.weight": torch.ones(1)})


def test_another_shape_is_named_with_both():
    with pytest.raises(Refused, match="'conv_body.weight' is 64x64x1x1, but rrdb has 64x64x3x3"):
        load({**tensors_of(Rrdb(1)), "conv_body.weight": torch.ones(64, 64, 1, 1)})


def test_the_first_mismatch_of_a_described_variant_is_named():
    with pytest.raises(Refused, match="lacks the tensor 'body.1.rdb1.conv1.weight' of rrdb"):
        load(tensors_of(Rrdb(1)), variant={"blocks": 2})
    with pytest.raises(Refused, match="'conv_first.weight' is 64x12x3x3, but rrdb has 64x3x3x3"):
        load(tensors_of(Rrdb(1, unshuffle=2)), variant={"blocks": 1})


def test_another_architecture_is_named():
    with pytest.raises(Refused, match="net.pth is of srvgg, not of rrdb, which has body.0.rdb1.conv1.weight"):
        load(tensors_of(Srvgg(1, 2)))
    with pytest.raises(Refused, match="net.pth is of an architecture that is not known, not of rrdb"):
        load({"block.weight": torch.ones(1)})
    with pytest.raises(Refused, match="is of no architecture that can be imported"):
        families.recognised({"block.weight": torch.ones(1)}, "net.pth")


def test_a_variant_that_does_not_exist_is_refused():
    with pytest.raises(Refused, match="of no variant of rrdb that can be imported .conv_first takes 7 planes"):
        load({**tensors_of(Rrdb(1)), "conv_first.weight": torch.ones(64, 7, 3, 3)})


def test_an_unknown_family_is_refused_with_those_there_are():
    with pytest.raises(Refused, match="choose one of animesr, dat, grl, realbasicvsr, rrdb, srvgg"):
        families.named("swin")


def test_a_blend_lies_between_two_networks():
    one, other = tensors_of(Srvgg(1, 2)), tensors_of(Srvgg(1, 2))

    blended = loading.blend(one, other, 0.25, "wdn.pth")

    for name, tensor in blended.items():
        torch.testing.assert_close(tensor, 0.25 * one[name] + 0.75 * other[name])
    assert loading.blend(one, other, 1.0, "wdn.pth").keys() == one.keys()


def test_networks_of_different_shapes_are_not_blended():
    with pytest.raises(Refused, match="wdn.pth has no 'body.4.weight' as the other checkpoint has it"):
        loading.blend(tensors_of(Srvgg(1, 4)), tensors_of(Srvgg(1, 2)), 0.5, "wdn.pth")
