"""What is read from checkpoints, and what is refused."""

import os

import pytest
import safetensors.torch
import torch

from genga_training import checkpoints
from genga_training.refusal import Refused

TENSORS = {"first.weight": torch.arange(6.0).reshape(2, 3), "first.bias": torch.ones(2)}


class Hostile:
    """Creates a file where it is unpickled."""

    def __init__(self, proof):
        self.proof = str(proof)

    def __reduce__(self):
        return os.mkdir, (self.proof,)


def same(found):
    assert list(found) == list(TENSORS)
    assert all(torch.equal(found[name], tensor) for name, tensor in TENSORS.items())


@pytest.mark.parametrize("container", ["params_ema", "params", "model_state_dict", "state_dict"])
def test_tensors_are_found_in_their_container(save, container):
    same(checkpoints.read(save({container: TENSORS, "iteration": 3})))


def test_tensors_may_stand_by_themselves(save):
    same(checkpoints.read(save(TENSORS, "network.ckpt")))


def test_averaged_weights_come_before_raw_ones(save):
    same(checkpoints.read(save({"params": {"raw": torch.ones(1)}, "params_ema": TENSORS})))


def test_prefixes_of_wrappers_are_stripped(save):
    same(checkpoints.read(save({f"_orig_mod.module.{name}": tensor for name, tensor in TENSORS.items()})))


def test_half_precision_becomes_single(save):
    found = checkpoints.read(save({name: tensor.half() for name, tensor in TENSORS.items()}))

    same(found)
    assert all(tensor.dtype == torch.float32 for tensor in found.values())


def test_safetensors_are_read(tmp_path):
    file = tmp_path / "network.safetensors"
    safetensors.torch.save_file(TENSORS, file)

    same(dict(sorted(checkpoints.read(file).items(), reverse=True)))


@pytest.mark.parametrize("place", ["alone", "among tensors"])
def test_a_pickle_that_would_run_code_is_refused_and_runs_none(save, tmp_path, place):
    proof = tmp_path / "proof"
    file = save({**TENSORS, "more": Hostile(proof)} if place == "among tensors" else Hostile(proof))

    with pytest.raises(Refused, match="holds more than tensors, and reading it could run code: save only"):
        checkpoints.read(file)
    assert not proof.exists()
    # Proves that the pickle is one that would have.
    torch.load(file, weights_only=False)
    assert proof.exists()


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
@pytest.mark.parametrize("ending", ["pth", "safetensors"])
def test_a_file_that_is_cut_off_is_refused(tmp_path, save, share, ending):
    file = tmp_path / f"cut.{ending}"
    if ending == "safetensors":
        safetensors.torch.save_file(TENSORS, file)
    else:
        save(TENSORS, file.name)
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])

    with pytest.raises(Refused, match=f"{file} is damaged or cut off"):
        checkpoints.read(file)


@pytest.mark.parametrize(
    "content, problem",
    [
        ([1, 2], "holds no tensors by name"),
        ({}, "holds no tensors by name"),
        ({"epoch": 3}, "holds 'epoch', which is no tensor"),
        ({"first.weight": torch.tensor([float("nan")])}, "numbers in 'first.weight' that are not finite"),
    ],
)
def test_what_holds_no_network_is_refused(save, content, problem):
    with pytest.raises(Refused, match=problem):
        checkpoints.read(save(content))


def test_a_missing_file_and_another_kind_of_file_are_refused(tmp_path):
    with pytest.raises(Refused, match="there is no checkpoint at"):
        checkpoints.read(tmp_path / "none.pth")
    (tmp_path / "network.onnx").write_bytes(b"x")
    with pytest.raises(Refused, match="ends in none of .pth"):
        checkpoints.read(tmp_path / "network.onnx")
