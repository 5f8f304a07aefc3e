"""From a checkpoint to ONNX, manifest and report: what the command does."""

import json
import pathlib

import numpy
import onnxruntime
import pytest
import torch
import yaml
from conftest import livelier

from genga_training import __main__, checkpoints, families, manifest, networks, parity
from genga_training.networks.animesr import MultiScaleRecurrence
from genga_training.networks.dat import Dat
from genga_training.networks.grl import Grl
from genga_training.networks.rrdb import Rrdb
from genga_training.networks.srvgg import Srvgg


@pytest.fixture
def command(tmp_path, capsys):
    """Runs the command; returns its exit code, and what it said on standard error."""

    def run(checkpoint, *more):
        code = __main__.main([str(checkpoint), "--out", str(tmp_path / "out"), "--threads", "1", *map(str, more)])
        return code, capsys.readouterr().err

    return run


def result(tmp_path, name):
    fields = yaml.safe_load((tmp_path / f"out/{name}.yaml").read_text())
    session = onnxruntime.InferenceSession(str(tmp_path / f"out/{name}.onnx"), providers=["CPUExecutionProvider"])
    return fields, session


@pytest.mark.parametrize(
    "network, family, variant",
    [
        (Rrdb(1), "rrdb", {"blocks": 1, "unshuffle": 1, "upsampling": 4}),
        (Rrdb(1, 2), "rrdb", {"blocks": 1, "unshuffle": 2, "upsampling": 4}),
        (Srvgg(2, 4), "srvgg", {"convolutions": 2, "scale": 4, "channels": 64}),
    ],
)
def test_a_network_is_exported_described_and_compared(command, save, tmp_path, network, family, variant):
    checkpoint = save({"params_ema": livelier(network).state_dict()})

    assert command(checkpoint, "--name", "mine", "--licence", "MIT", "--commercial-use") == (0, "")

    fields, session = result(tmp_path, "mine")
    assert fields["architecture"] == {"family": family, **variant}
    assert fields["scale"] == network.scale and fields["paddingMultiple"] == network.padding_multiple
    assert fields["licence"] == "MIT" and fields["commercialUse"] is True
    assert fields["weights"] == {"sha256": checkpoints.sha256(checkpoint)}
    assert fields["memoryPerMegapixel"] > 0
    report = json.loads((tmp_path / "out/mine.parity.json").read_text())
    assert report["passed"] and {found["precision"] for found in report["differences"]} == {"fp32", "fp16"}
    assert fields["precisions"]["fp32"]["error"] <= 1e-4
    picture = torch.rand(2, 3, 22, 18)
    (larger,) = session.run([fields["output"]["name"]], {fields["input"]["name"]: picture.numpy()})
    numpy.testing.assert_allclose(larger, network(picture).numpy(), atol=1e-4)


def test_grl_is_exported_for_any_batch_and_size(command, save, tmp_path):
    network = livelier(Grl())
    checkpoint = save({"model_state_dict": {f"_orig_mod.{name}": tensor for name, tensor in network.state_dict().items()}})

    code, said = command(checkpoint, "--name", "mine", "--licence", "LicenseRef-mine", "--no-commercial-use")

    assert (code, said) == (0, "")
    fields, session = result(tmp_path, "mine")
    assert fields["paddingMultiple"] == fields["tileAlignment"] == 8
    assert fields["commercialUse"] is False and fields["licence"] == "LicenseRef-mine"
    pictures = torch.rand(2, 3, 16, 40)
    (both,) = session.run(None, {"input": pictures.numpy()})
    alone = [session.run(None, {"input": picture[None].numpy()})[0] for picture in pictures]
    numpy.testing.assert_allclose(both, numpy.concatenate(alone), atol=1e-5)
    numpy.testing.assert_allclose(both, network(pictures).numpy(), atol=1e-4)


def test_dat_is_exported_for_any_batch_and_size(command, save, tmp_path):
    network = livelier(Dat(2, 3, 36, 6, (4, 8), 2, 2))

    assert command(save({"params": network.state_dict()}), "--name", "mine") == (0, "")

    fields, session = result(tmp_path, "mine")
    assert fields["architecture"]["window"] == [4, 8] and fields["tileAlignment"] == 8 and fields["paddingMultiple"] == 1
    assert fields["globalPooling"] is True
    pictures = torch.rand(2, 3, 13, 30)
    (both,) = session.run(None, {"input": pictures.numpy()})
    alone = [session.run(None, {"input": picture[None].numpy()})[0] for picture in pictures]
    numpy.testing.assert_allclose(both, numpy.concatenate(alone), atol=1e-5)
    numpy.testing.assert_allclose(both, network(pictures).numpy(), atol=1e-4)


@pytest.mark.parametrize("feedback", [True, False])
def test_a_recurrent_cell_is_exported_as_one_step_with_its_roles(command, save, tmp_path, feedback):
    assert command(save(livelier(MultiScaleRecurrence(feedback)).state_dict()), "--name", "cell") == (0, "")

    fields, session = result(tmp_path, "cell")
    assert fields["temporalContract"] == "forward-recurrence" and "input" not in fields
    assert fields["warmUp"] == MultiScaleRecurrence.warm_up
    roles = [port["role"] for port in fields["inputs"]]
    assert roles == ["neighbour", "frame", "neighbour"] + ["previous-output"] * feedback + ["hidden-state"]
    assert [port.get("feeds") for port in fields["outputs"]] == ["previous_output" if feedback else None, "state"]
    assert [value.name for value in session.get_inputs()] == [port["name"] for port in fields["inputs"]]
    report = json.loads((tmp_path / "out/cell.parity.json").read_text())
    assert all(found["frames"] == 3 for found in report["differences"])


def test_two_checkpoints_are_blended(command, save, tmp_path):
    one, other = livelier(Srvgg(1, 2)), livelier(Srvgg(1, 2))
    first, second = save({"params": one.state_dict()}), save({"params": other.state_dict()}, "wdn.pth")

    assert command(first, "--name", "mixed", "--blend", second, "--strength", 0.25)[0] == 0

    fields, session = result(tmp_path, "mixed")
    assert fields["weights"]["blend"] == {"sha256": checkpoints.sha256(second), "strength": 0.25}
    mixed = Srvgg(1, 2)
    mixed.load_state_dict({n: 0.25 * t + 0.75 * other.state_dict()[n] for n, t in one.state_dict().items()})
    picture = torch.rand(1, 3, 9, 9)
    with torch.inference_mode():
        numpy.testing.assert_allclose(session.run(None, {"input": picture.numpy()})[0], mixed(picture).numpy(), atol=1e-5)


def test_what_onnx_runtime_computes_otherwise_fails(command, save, tmp_path, monkeypatch):
    monkeypatch.setattr(parity, "MOST_FP32", 1e-12)

    assert command(save(livelier(Srvgg(2, 2)).state_dict()), "--name", "mine")[0] == 1
    assert not json.loads((tmp_path / "out/mine.parity.json").read_text())["passed"]


def test_a_checkpoint_of_another_model_is_refused(command, save, tmp_path):
    code, said = command(save(Srvgg(1, 4).state_dict()), "--model", "apisr-rrdb-x4")

    assert code == 3 and said.count("\n") == 1
    assert "is of srvgg, not of rrdb" in said
    assert not (tmp_path / "out").exists()


def test_other_bytes_than_the_published_ones_are_refused(command, save):
    code, said = command(save(MultiScaleRecurrence(True).state_dict()), "--model", "animesr-v2")

    assert code == 3
    assert "but animesr-v2 was published with d0f29c89" in said


def test_an_unknown_model_and_wrong_usage_are_refused(command, save, tmp_path):
    checkpoint = save(Srvgg(1, 2).state_dict())

    assert "there is no model 'waifu': choose one of animesr-v1," in command(checkpoint, "--model", "waifu")[1]
    for wrong in ([], ["--name", "Not/One"], ["--model", "animesr-v2", "--family", "rrdb"], ["--name", "mine", "--strength", "2"]):
        with pytest.raises(SystemExit) as ended:
            command(checkpoint, *wrong)
        assert ended.value.code == 2


def test_a_folder_that_cannot_be_written_is_named(command, save, tmp_path):
    (tmp_path / "out").write_text("a file")

    code, said = command(save(Srvgg(1, 2).state_dict()), "--name", "mine")

    assert code == 4 and "cannot be written" in said


def test_a_network_that_half_precision_spoils_stays_usable_in_single(command, save, tmp_path, monkeypatch):
    monkeypatch.setattr(parity, "MOST_FP16", 0.0)

    assert command(save(livelier(Srvgg(2, 2)).state_dict()), "--name", "mine")[0] == 0
    report = json.loads((tmp_path / "out/mine.parity.json").read_text())
    assert report["passed"]
    assert [found["passed"] for found in report["differences"]] == [True, True, False]


def test_a_network_that_overflows_in_half_precision_says_nothing_of_it(command, save, tmp_path):
    network = livelier(Srvgg(2, 2))
    network.body[0].weight.data.mul_(1e6)
    network.body[-1].weight.data.mul_(1e-6)

    assert command(save(network.state_dict()), "--name", "mine") == (0, "")

    fields, _ = result(tmp_path, "mine")
    assert list(fields["precisions"]) == ["fp32"]
    report = json.loads((tmp_path / "out/mine.parity.json").read_text())
    assert [(found["precision"], found["error"] is None) for found in report["differences"]] == [("fp32", False)] * 2 + [("fp16", True)]


@pytest.mark.parametrize("name", sorted(file.stem for file in manifest.MODELS.glob("*.yaml")))
def test_every_listed_model_can_be_built(name):
    described = manifest.description(name)
    architecture = dict(described["architecture"])

    assert described["name"] == name
    assert families.named(architecture.pop("family")).build(**architecture).scale == described["scale"]


@pytest.fixture
def added(monkeypatch):
    """The folder `added`, of one architecture and the description of one model, as part of the tree."""
    folder = pathlib.Path(__file__).parent / "added"
    monkeypatch.setattr(families, "_families", dict(families.all_families()))
    monkeypatch.setattr(networks, "__path__", [*networks.__path__, str(folder)])
    monkeypatch.setattr(manifest, "MODELS", folder)


def test_a_new_architecture_is_one_file_and_one_description(command, save, tmp_path, added):
    network = livelier(families.named("doubling").build(channels=5))
    checkpoint = save(network.state_dict(), "toy.pth")

    assert command(checkpoint, "--model", "toy-x2") == (0, "")
    assert command(checkpoint, "--name", "unlisted-x2") == (0, "")

    picture = torch.rand(1, 3, 7, 5)
    for name in ("toy-x2", "unlisted-x2"):
        fields, session = result(tmp_path, name)
        assert fields["architecture"] == {"family": "doubling", "channels": 5}
        numpy.testing.assert_allclose(session.run(None, {"input": picture.numpy()})[0], network(picture).numpy(), atol=1e-6)
