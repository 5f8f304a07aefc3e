"""RealBasicVSR: five graphs, frame by frame, against the network over a whole film; and the form of its checkpoints."""

import json

import numpy
import onnxruntime
import pytest
import torch
import yaml
from conftest import livelier

from genga_training import __main__, bidirectional, checkpoints, parity, pictures
from genga_training.networks.realbasicvsr import CHANNELS, RealBasicVsr
from genga_training.networks.spynet import warp

ROLES = ["clean", "flow", "backward-step", "forward-step", "reconstruct"]


@pytest.fixture
def network():
    return livelier(RealBasicVsr(1, 1))


def as_trained(network):
    """A checkpoint as mmcv writes it: averaged and raw weights of the generator, and what only training needs."""
    raw = {f"generator.{name}": torch.zeros_like(tensor) for name, tensor in network.state_dict().items()}
    averaged = {f"generator_ema.{name}": tensor for name, tensor in network.state_dict().items()}
    rest = {"step_counter": torch.zeros(1), "discriminator.conv0.weight": torch.ones(2, 2)}
    return {"meta": {"epoch": 1}, "state_dict": {**rest, **raw, **averaged}}


def film(height, width, frames=parity.FRAMES):
    return [torch.from_numpy(frame) for frame in pictures.drawn(height, width, frames)]


def stepwise(network, frames):
    graphs = {role: lambda values, graph=graph: [graph(*values)] for role, graph in network.graphs.items()}
    return bidirectional.run(graphs, frames, CHANNELS)


@pytest.mark.parametrize("size", [(64, 64), (45, 70)])
def test_five_graphs_frame_by_frame_are_the_network_over_the_film(network, size):
    frames = film(*size)

    with torch.inference_mode():
        expected, found = network(torch.cat(frames)), torch.cat(stepwise(network, frames))

    assert expected.shape == (5, 3, 4 * size[0], 4 * size[1])
    torch.testing.assert_close(found, expected, rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("changed, seen", [(0, 4), (4, 0)])
def test_every_frame_sees_the_whole_film(network, changed, seen):
    frames = film(64, 64)
    with torch.inference_mode():
        before = stepwise(network, frames)[seen]
        frames[changed] = 1 - frames[changed]
        assert not torch.equal(stepwise(network, frames)[seen], before)


def test_the_names_are_the_official_ones():
    names = set(RealBasicVsr(20, 20).state_dict())

    for layer in (
        "image_cleaning.0.main.0",
        "image_cleaning.0.main.2.19.conv2",
        "image_cleaning.1",
        "basicvsr.spynet.basic_module.5.basic_module.4.conv",
        "basicvsr.backward_resblocks.main.0",
        "basicvsr.forward_resblocks.main.2.19.conv1",
        "basicvsr.fusion",
        "basicvsr.upsample1.upsample_conv",
        "basicvsr.upsample2.upsample_conv",
        "basicvsr.conv_hr",
        "basicvsr.conv_last",
    ):
        assert {f"{layer}.weight", f"{layer}.bias"} <= names
    assert {"basicvsr.spynet.mean", "basicvsr.spynet.std"} <= names


def test_warping_fetches_from_where_the_flow_leads_and_nothing_from_outside():
    features = torch.arange(12.0).reshape(1, 1, 3, 4)
    right_and_down = torch.ones(1, 2, 3, 4)
    right_and_down[:, 0] = 2

    assert warp(features, right_and_down, "zeros")[0, 0].tolist() == [[6, 7, 0, 0], [10, 11, 0, 0], [0, 0, 0, 0]]
    assert warp(features, right_and_down, "border")[0, 0].tolist() == [[6, 7, 7, 7], [10, 11, 11, 11], [10, 11, 11, 11]]


def test_a_checkpoint_of_a_training_run_gives_its_averaged_generator(network, save):
    found = checkpoints.read(save(as_trained(network)))

    assert found.keys() == network.state_dict().keys()
    assert all(torch.equal(found[name], tensor) for name, tensor in network.state_dict().items())


def test_the_raw_generator_is_read_where_there_is_no_average(network, save):
    raw = {f"generator.{name}": tensor for name, tensor in network.state_dict().items()}

    assert checkpoints.read(save({"state_dict": raw})).keys() == network.state_dict().keys()


def test_it_is_exported_as_five_graphs_that_run_a_film_of_any_size(network, save, tmp_path, capsys):
    checkpoint = save(as_trained(network))

    assert __main__.main([str(checkpoint), "--name", "both-ways", "--out", str(tmp_path), "--threads", "1"]) == 0

    assert "both-ways.yaml (licence not stated) is ready for 'genga models import'" in capsys.readouterr().out
    fields = yaml.safe_load((tmp_path / "both-ways.yaml").read_text())
    assert fields["architecture"] == {"family": "realbasicvsr", "blocks": 1, "cleaning_blocks": 1}
    assert [graph["role"] for graph in fields["graphs"]] == ROLES and "file" not in fields
    report = json.loads((tmp_path / "both-ways.parity.json").read_text())
    assert {found["part"] for found in report["differences"]} == {"whole", *ROLES} and report["passed"]
    graphs = {graph["role"]: step(tmp_path / graph["file"], graph) for graph in fields["graphs"]}
    frames = film(37, 66)
    with torch.inference_mode():
        expected = network(torch.cat(frames))
    found = torch.cat(bidirectional.run(graphs, frames, CHANNELS))
    numpy.testing.assert_allclose(found.numpy(), expected.numpy(), atol=1e-4)


def step(file, graph):
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    names = [port["name"] for port in graph["inputs"]]
    assert [value.name for value in session.get_inputs()] == names

    def run(values):
        return [torch.from_numpy(result) for result in session.run(None, dict(zip(names, (value.numpy() for value in values))))]

    return run
